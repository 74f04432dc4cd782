import { type Table } from '../table';
import { PP_44_ERA, PP_82_ERA } from './eras';

/** Years after which a claim is barred, from the accident, the diagnosis or the death. */
export interface Limitation {
  readonly years: number;
}

export const LIMITATION_JKK: Table<Limitation> = {
  id: 'limitation-jkk',
  title: { id: 'Daluwarsa klaim JKK', en: 'Limitation of JKK claims' },
  rows: [
    { ...PP_44_ERA, article: 'Pasal 26', confidence: 'C', source: 'S5', values: { years: 2 } },
    { ...PP_82_ERA, article: 'Pasal 26', confidence: 'C', source: 'S4', values: { years: 5 } },
  ],
};

export const LIMITATION_JKM: Table<Limitation> = {
  id: 'limitation-jkm',
  title: { id: 'Daluwarsa klaim JKM', en: 'Limitation of JKM claims' },
  rows: [{ ...PP_82_ERA, article: 'Pasal 26', confidence: 'S', source: 'S4', values: { years: 5 } }],
};
