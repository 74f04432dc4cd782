import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';

/** `1990-08-05`, or as Indonesian sheets write it: `05-08-1990`, `05/08/1990`. Null when it is no day of the calendar. */
export function findBirthDate(text: string): PlainDate | null {
  const local = /^(\d{2})([-/])(\d{2})\2(\d{4})$/.exec(text);
  const iso = local ? `${local[4] ?? ''}-${local[3] ?? ''}-${local[1] ?? ''}` : text;
  const parsed = parsePlainDate(iso);
  return parsed.refused || parsed.value < '1900-01-01' ? null : parsed.value;
}
