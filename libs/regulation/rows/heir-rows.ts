import { type Table } from '../table';
import { SINCE_PP_44 } from './eras';

export type Relation =
  | 'WIDOW'
  | 'WIDOWER'
  | 'CHILD'
  | 'PARENT'
  | 'GRANDPARENT'
  | 'GREAT_GRANDPARENT'
  | 'GRANDCHILD'
  | 'GREAT_GRANDCHILD'
  | 'SIBLING'
  | 'PARENT_IN_LAW'
  | 'CHILD_IN_LAW'
  | 'SIBLING_IN_LAW'
  | 'UNCLE_AUNT'
  | 'NEPHEW_NIECE'
  | 'COUSIN'
  | 'NEIGHBOUR';

export const RELATIONS: readonly Relation[] = [
  'WIDOW',
  'WIDOWER',
  'CHILD',
  'PARENT',
  'GRANDPARENT',
  'GREAT_GRANDPARENT',
  'GRANDCHILD',
  'GREAT_GRANDCHILD',
  'SIBLING',
  'PARENT_IN_LAW',
  'CHILD_IN_LAW',
  'SIBLING_IN_LAW',
  'UNCLE_AUNT',
  'NEPHEW_NIECE',
  'COUSIN',
  'NEIGHBOUR',
];

/** One rank of heirs; within it `nearestFirst` gives the order under the other reading of. */
export interface HeirRank {
  readonly rank: string;
  readonly relations: readonly Relation[];
  readonly nearestFirst: readonly (readonly Relation[])[];
}

/** The ranks in order; after them the person of the will (`willRank`), then the fund (`fundRank`). */
export interface HeirOrder {
  readonly ranks: readonly HeirRank[];
  readonly willRank: string;
  readonly fundRank: string;
}

export const HEIRS: Table<HeirOrder> = {
  id: 'heirs',
  title: { id: 'Urutan ahli waris', en: 'Order of heirs' },
  rows: [
    {
      ...SINCE_PP_44,
      article: 'Pasal 37 ayat (4) dan (5)',
      confidence: 'C',
      source: 'S3',
      values: {
        ranks: [
          {
            rank: '1',
            relations: ['WIDOW', 'WIDOWER', 'CHILD'],
            nearestFirst: [['WIDOW', 'WIDOWER'], ['CHILD']],
          },
          {
            rank: '2.1',
            relations: ['PARENT', 'GRANDPARENT', 'GRANDCHILD'],
            nearestFirst: [['PARENT'], ['GRANDPARENT', 'GRANDCHILD']],
          },
          { rank: '2.2', relations: ['SIBLING'], nearestFirst: [['SIBLING']] },
          { rank: '2.3', relations: ['PARENT_IN_LAW'], nearestFirst: [['PARENT_IN_LAW']] },
        ],
        willRank: '2.4',
        fundRank: '3',
      },
      note: {
        id: 'Teks untuk JKK; pasal JKM sejajar (K).',
        en: 'The text is for JKK; the article for JKM is parallel (K).',
      },
    },
  ],
};
