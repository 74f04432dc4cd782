/**
 * Jobs that sponsored workers declare: those the article names first, then the list of Kota Serang's draft Perwal 2025
 * (domain, section 4.3). A job is kept for statistics and for judging accidents; any other becomes `lainnya`.
 */
export const JOBS = [
  'pedagang',
  'pemulung',
  'sopir',
  'nelayan',
  'petani',
  'buruh harian',
  'pengojek',
  'juru parkir',
  'tukang becak',
  'peternak',
  'guru ngaji',
  'marbot',
  'pengurus rt/rw',
  'pekerja bank sampah',
  'kader',
] as const;

export const OTHER_JOB = 'lainnya';

export type Job = (typeof JOBS)[number] | typeof OTHER_JOB;

/** The job as the list writes it; null when the list does not know it. */
export function findJob(text: string): Job | null {
  const name = text.toLowerCase();
  return JOBS.find((job) => job === name) ?? null;
}
