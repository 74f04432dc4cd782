import { roleWords } from '@kerjasama/identity/role-words';
import { type Turn } from '@kerjasama/identity/turn';
import { type Role } from '@kerjasama/identity/who';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Language, type Text } from '@kerjasama/kernel/text';

/** The act that was faster: what a losing act's author reads. */
export interface Winner {
  readonly act: string;
  /** What it did, in words. */
  readonly happened: Text;
  readonly number: number;
  readonly agency: string;
  readonly role: Role | null;
  readonly on: PlainDate;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
}

/** What the subject waits for now; null when nothing leads on. */
export type Waiting = Text | null;

export function notYourAct(command: string, by: readonly Turn[]): Refusal {
  const whose = (language: Language): string =>
    by.map(({ agency, role }) => `${roleWords(role)[language]} (${agency})`).join(', ');
  return refuse(
    'NOT_YOUR_ACT',
    { id: `Tindakan ini wewenang ${whose('id')}.`, en: `This act belongs to ${whose('en')}.` },
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

/** The last day of the whole matter has passed; whether the system has recorded that already makes no difference. */
export function hasEnded(endsOn: PlainDate): Refusal {
  return refuse(
    'HAS_LAPSED',
    { id: `Batas akhir ${endsOn} sudah lewat.`, en: `The last day, ${endsOn}, has passed.` },
    { id: 'Tidak ada langkah lanjutan; lihat catatannya.', en: 'No further step follows; look at its record.' },
    { details: { endsOn } },
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

function lastId({ happened, role, agency, on }: Winner): string {
  return `${happened.id} oleh ${roleWords(role).id} (${agency}) pada ${on}`;
}

function lastEn({ happened, role, agency, on }: Winner): string {
  return `${happened.en} by ${roleWords(role).en} (${agency}) on ${on}`;
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
