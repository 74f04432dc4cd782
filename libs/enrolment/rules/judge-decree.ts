import { groupDigits } from '@kerjasama/kernel/rupiah';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';

/** The roster as the decree names it. */
interface RosterStand {
  readonly rosterRoot: string;
  readonly workers: number;
}

/**
 * A decree names exactly the accepted rows, and no more of them than the budget pays for.
 * @param paidFor the heads of the allocated budget
 * @param enrolled the accepted rows of the cycle; null when nothing was judged yet
 */
export function judgeDecree(decree: RosterStand, enrolled: RosterStand | null, paidFor: number): Refusal | null {
  if (enrolled === null || enrolled.workers === 0) return rosterEmpty();
  if (decree.rosterRoot !== enrolled.rosterRoot || decree.workers !== enrolled.workers) return rosterDiffers(enrolled);
  return enrolled.workers > paidFor ? rosterTooLarge(enrolled.workers, paidFor) : null;
}

/** There is nobody to decree, or no row in the file. */
export function rosterEmpty(): Refusal {
  return refuse(
    'ROSTER_EMPTY',
    { id: 'Belum ada pekerja yang diterima.', en: 'No worker has been accepted yet.' },
    { id: 'Ajukan daftar yang sudah diperbaiki.', en: 'Submit a corrected roster.' },
  );
}

function rosterDiffers(enrolled: RosterStand): Refusal {
  return refuse(
    'ROSTER_DIFFERS',
    { id: 'SK menyebut daftar yang lain.', en: 'The decree names another roster.' },
    { id: 'Tetapkan daftar yang berlaku sekarang.', en: 'Decree the roster as it stands now.' },
    { details: { ...enrolled } },
  );
}

function rosterTooLarge(workers: number, paidFor: number): Refusal {
  const over = workers - paidFor;
  return refuse(
    'ROSTER_TOO_LARGE',
    {
      id: `Daftar memuat ${groupDigits(over)} pekerja lebih dari yang dibiayai anggaran.`,
      en: `The roster holds ${groupDigits(over, 'en')} workers more than the budget pays for.`,
    },
    {
      id: 'Jangan tetapkan; biarkan pendaftaran berakhir, lalu ajukan daftar yang lebih pendek pada siklus baru.',
      en: 'Do not decree it: let this enrolment lapse and submit a shorter roster in a new cycle.',
    },
    { details: { workers, paidFor } },
  );
}
