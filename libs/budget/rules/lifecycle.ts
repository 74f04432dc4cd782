import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';

export type BudgetStatus = 'open' | 'short' | 'addendum-signing' | 'proposed' | 'allocated' | 'lapsed';

export type BudgetAct =
  | 'allocation-refused'
  | 'allocation-proposed'
  | 'addendum-proposed'
  | 'addendum-in-force'
  | 'addendum-dropped'
  | 'budget-allocated'
  | 'budget-lapsed';

/**
 * What does not fit may be proposed again (a revised DIPA) or made to fit by an addendum. While an addendum is being
 * signed nothing else moves: its own deadline lies within the budget's.
 */
export const TRANSITIONS = {
  open: { 'allocation-refused': 'short', 'allocation-proposed': 'proposed', 'budget-lapsed': 'lapsed' },
  short: {
    'allocation-refused': 'short',
    'allocation-proposed': 'proposed',
    'addendum-proposed': 'addendum-signing',
    'budget-lapsed': 'lapsed',
  },
  'addendum-signing': { 'addendum-in-force': 'open', 'addendum-dropped': 'short' },
  proposed: {
    'allocation-refused': 'short',
    'allocation-proposed': 'proposed',
    'budget-allocated': 'allocated',
    'budget-lapsed': 'lapsed',
  },
  allocated: {},
  lapsed: {},
} as const satisfies Transitions<BudgetStatus, BudgetAct>;

export const WAITS = {
  open: {
    what: { id: 'usulan alokasi dari DIPA', en: 'a proposed allocation from the DIPA' },
    turnOf: [{ agency: 'kemensos', role: 'maker' }],
  },
  short: {
    what: {
      id: 'adendum yang muat dalam pagu, atau alokasi dari DIPA revisi',
      en: 'an addendum that fits the pagu, or an allocation from a revised DIPA',
    },
    turnOf: [{ agency: 'kemensos', role: 'maker' }],
  },
  'addendum-signing': {
    what: { id: 'penandatanganan adendum oleh kedua pihak', en: 'both agencies to sign the addendum' },
    turnOf: [],
  },
  proposed: {
    what: { id: 'persetujuan alokasi', en: 'the allocation to be approved' },
    turnOf: [{ agency: 'kemensos', role: 'checker' }],
  },
  allocated: null,
  lapsed: null,
} as const satisfies Waits<BudgetStatus>;

/** Days in which both agencies agree and sign an addendum, unless the budget must be allocated earlier. */
export const DAYS_TO_SIGN_ADDENDUM = 30;
