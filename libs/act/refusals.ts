import { type Turn } from '@kerjasama/identity/turn';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Text } from '@kerjasama/kernel/text';

/** The act that was faster: what a losing act's author is told. */
export interface Winner {
  readonly act: string;
  readonly number: number;
  readonly agency: string;
  readonly role: string | null;
  readonly on: PlainDate;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
}

/** What the subject waits for now; null when nothing leads on. */
export type Waiting = Text | null;

export function notYourAct(command: string, by: readonly Turn[]): Refusal {
  const whose = by.map(({ agency, role }) => `${role} (${agency})`).join(', ');
  return refuse(
    'NOT_YOUR_ACT',
    { id: `Tindakan ini wewenang ${whose}.`, en: `This act belongs to ${whose}.` },
    { id: 'Minta pejabat yang berwenang untuk melakukannya.', en: 'Ask the officer whose act it is.' },
    { details: { command } },
  );
}

/** The subject is in a status from which the act does not lead. */
export function outOfOrder(status: string, waiting: Waiting, winner: Winner): Refusal {
  return refuse(
    'ACT_OUT_OF_ORDER',
    {
      id: `Tindakan ini tidak dapat dilakukan: ${lastId(winner)}.`,
      en: `This act cannot be done: ${lastEn(winner)}.`,
    },
    nextStep(waiting),
    { details: { status, ...detailsOf(winner) } },
  );
}

/** The status allows the act, but it is not what the officer saw. */
export function versionChanged(seen: number, version: number, waiting: Waiting, winner: Winner): Refusal {
  return refuse(
    'VERSION_CHANGED',
    {
      id: `Yang Anda lihat sudah berubah: ${lastId(winner)}.`,
      en: `What you saw has changed: ${lastEn(winner)}.`,
    },
    nextStep(waiting),
    { path: 'version', details: { seen, version, ...detailsOf(winner) } },
  );
}

/** Nothing with this number is here. */
export function unknownSubject(): Refusal {
  return refuse(
    'NOT_FOUND',
    { id: 'Data tidak ditemukan.', en: 'Not found.' },
    { id: 'Periksa nomornya, atau lihat daftarnya.', en: 'Check the number, or look at the list.' },
  );
}

/** The number is taken: the act that makes it cannot make it again. */
export function alreadyThere(status: string, waiting: Waiting, winner: Winner): Refusal {
  return refuse(
    'ALREADY_EXISTS',
    { id: `Nomor ini sudah dipakai: ${lastId(winner)}.`, en: `This number is already taken: ${lastEn(winner)}.` },
    waiting === null
      ? { id: 'Pakai nomor lain.', en: 'Use another number.' }
      : {
          id: 'Pakai nomor lain, atau lihat yang sudah ada.',
          en: 'Use another number, or look at the one that exists.',
        },
    { details: { status, ...detailsOf(winner) } },
  );
}

function lastId({ act, role, agency, on }: Winner): string {
  return `tindakan terakhir ${act} oleh ${role ?? 'sistem'} (${agency}) pada ${on}`;
}

function lastEn({ act, role, agency, on }: Winner): string {
  return `the last act was ${act} by ${role ?? 'the system'} (${agency}) on ${on}`;
}

function nextStep(waiting: Waiting): Text {
  return waiting === null
    ? { id: 'Tidak ada langkah lanjutan; lihat catatannya.', en: 'No further step follows; look at its record.' }
    : {
        id: `Lihat keadaannya sekarang; menunggu ${waiting.id}.`,
        en: `Look at it as it is now; it waits for ${waiting.en}.`,
      };
}

function detailsOf({ act, number, agency, role, on, recordedAt }: Winner) {
  return { act, number, agency, role, on, recordedAt };
}
