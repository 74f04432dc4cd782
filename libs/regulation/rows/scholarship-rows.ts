import { type Table } from '../table';
import { JAMSOSTEK_ERA, PP_44_ERA, PP_82_ERA } from './eras';

export type Level = 'TK' | 'SD' | 'SMP' | 'SMA' | 'PT';
export const LEVELS: readonly Level[] = ['TK', 'SD', 'SMP', 'SMA', 'PT'];

/** Rupiah a year and the most years at one level of schooling. */
export interface LevelRate {
  readonly amount: number;
  readonly years: number;
}

/** ONCE: one sum; YEARLY: by level on yearly application, until the child is `endsAtAge`. */
export type ScholarshipPlan =
  | { readonly plan: 'ONCE'; readonly children: number; readonly amount: number }
  | {
      readonly plan: 'YEARLY';
      readonly children: number;
      readonly endsAtAge: number;
      readonly levels: Readonly<Record<Level, LevelRate>>;
    };

export const SCHOLARSHIP: Table<ScholarshipPlan | null> = {
  id: 'scholarship',
  title: { id: 'Beasiswa pendidikan anak', en: 'Scholarship of the children' },
  rows: [
    { ...JAMSOSTEK_ERA, article: 'Lampiran II', confidence: 'K', source: '-', values: null },
    {
      ...PP_44_ERA,
      article: 'Lampiran III',
      confidence: 'K',
      source: '-',
      values: { plan: 'ONCE', children: 1, amount: 12_000_000 },
    },
    {
      ...PP_82_ERA,
      article: 'Lampiran III',
      confidence: 'S',
      source: 'S15 S34',
      values: {
        plan: 'YEARLY',
        children: 2,
        endsAtAge: 23,
        levels: {
          TK: { amount: 1_500_000, years: 2 },
          SD: { amount: 1_500_000, years: 6 },
          SMP: { amount: 2_000_000, years: 3 },
          SMA: { amount: 3_000_000, years: 3 },
          PT: { amount: 12_000_000, years: 5 },
        },
      },
    },
  ],
};

/** Contribution months that a scholarship under JKM needs; null where there is no scholarship. JKK needs none. */
export const SCHOLARSHIP_TENURE: Table<{ readonly months: number } | null> = {
  id: 'scholarship-tenure',
  title: { id: 'Masa iur untuk beasiswa JKM', en: 'Contribution months for the JKM scholarship' },
  rows: [
    { ...JAMSOSTEK_ERA, article: 'Pasal 22', confidence: 'K', source: '-', values: null },
    { ...PP_44_ERA, article: 'Pasal 34', confidence: 'S', source: 'S4', values: { months: 60 } },
    { ...PP_82_ERA, article: 'Pasal 34', confidence: 'S', source: 'S4 S34', values: { months: 36 } },
  ],
};
