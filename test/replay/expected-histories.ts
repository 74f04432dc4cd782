import { type AgreementClosed } from '@kerjasama/agreement/contract';
import * as agreement from '@kerjasama/agreement/rules/lifecycle';
import { type BudgetClosed } from '@kerjasama/budget/contract';
import * as budget from '@kerjasama/budget/rules/lifecycle';
import { type ClaimClosed } from '@kerjasama/claims/contract';
import { edgesOf, transitionsOf } from '@kerjasama/act/lifecycle';
import { CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS } from '@kerjasama/claims/acts';
import { WAITS as CLAIM_WAITS } from '@kerjasama/claims/rules/lifecycle';
import { CYCLE_STAGES, type CycleClosed } from '@kerjasama/cycle/contract';
import { type EnrolmentClosed } from '@kerjasama/enrolment/contract';
import * as enrolment from '@kerjasama/enrolment/rules/lifecycle';
import { type Waits } from '@kerjasama/identity/turn';
import { type Transitions } from '@kerjasama/kernel/lifecycle';
import { type PremiumClosed } from '@kerjasama/premium/contract';
import * as premium from '@kerjasama/premium/rules/lifecycle';
import { type RenewalClosed } from '@kerjasama/renewal/contract';
import * as renewal from '@kerjasama/renewal/rules/lifecycle';

/** How each workflow ends that its people leave to itself; of the cycle the stage says it. */
export const NEGLECTED_ENDS = {
  agreement: 'lapsed',
  addendum: 'lapsed',
  budget: 'lapsed',
  enrolment: 'lapsed',
  premium: 'unpaid',
  claim: 'lapsed',
  renewal: 'unclosed',
} as const satisfies Readonly<Record<string, string>>;

type StageKind = Exclude<keyof typeof NEGLECTED_ENDS, 'addendum'>;

interface Lifecycle {
  readonly TRANSITIONS: Transitions<string, string>;
  readonly WAITS: Waits<string>;
}

const LIFECYCLES: Readonly<Record<StageKind, Lifecycle>> = {
  agreement,
  budget,
  enrolment,
  premium,
  claim: {
    WAITS: CLAIM_WAITS,
    TRANSITIONS: transitionsOf(CLAIM_WAITS, edgesOf(CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS)),
  },
  renewal,
};

/** How the workflows close, as their contracts say: a new outcome does not compile before it stands here. */
const OUTCOMES: Readonly<Record<StageKind, readonly string[]>> = {
  agreement: allOf<AgreementClosed['outcome']>({ 'in-force': true, refused: true, lapsed: true }),
  budget: allOf<BudgetClosed['outcome']>({ allocated: true, lapsed: true }),
  enrolment: allOf<EnrolmentClosed['outcome']>({ decreed: true, lapsed: true }),
  premium: allOf<PremiumClosed['outcome']>({ reconciled: true, unpaid: true }),
  claim: allOf<ClaimClosed['outcome']>({ paid: true, refused: true, withdrawn: true, lapsed: true }),
  renewal: allOf<RenewalClosed['outcome']>({ closed: true, unclosed: true }),
};

const CYCLE_OUTCOMES: readonly CycleClosed['outcome'][] = [
  'closed',
  ...CYCLE_STAGES.map((stage) => `ended-at-${stage}` as const),
];

/** Stages that go on past their deadline as an exception. */
const GO_ON_OVERDUE: ReadonlySet<StageKind> = new Set(['premium', 'claim']);

/** The points of which a release must have a history, by the names of their files: every one of them can be reached. */
export function expectedPoints(): string[] {
  const kinds = Object.keys(LIFECYCLES) as StageKind[];
  const points = [
    ...CYCLE_STAGES.map((stage) => `cycle-waits-${stage}`),
    ...CYCLE_OUTCOMES.map((outcome) => `cycle-closed-${outcome}`),
    ...kinds.flatMap((kind) => [...waitsOf(kind), ...closesOf(kind), ...neglectOf(kind)]),
  ];
  return [...new Set(points)].sort();
}

/** The expected points of which no history is among these names. A closed one may say more: how it came to that end. */
export function missingPoints(names: readonly string[]): string[] {
  return expectedPoints().filter((point) => !names.some((name) => shows(name, point)));
}

/** Whether a history of this name is one of this point. */
export function shows(name: string, point: string): boolean {
  return name === point || (point.includes('-closed-') && name.startsWith(`${point}-`));
}

/** What waits for a person. */
function waitsOf(kind: StageKind): string[] {
  const waits = Object.entries(LIFECYCLES[kind].WAITS);
  return waits.flatMap(([status, wait]) => (wait && wait.turnOf.length > 0 ? [`${kind}-waits-${status}`] : []));
}

/** Every outcome, and every status that nothing leads out of. */
function closesOf(kind: StageKind): string[] {
  const rows = Object.entries(LIFECYCLES[kind].TRANSITIONS);
  const last = rows.flatMap(([status, acts]) => (Object.keys(acts).length === 0 ? [status] : []));
  return [...OUTCOMES[kind], ...last].map((outcome) => `${kind}-closed-${outcome}`);
}

/** The neglected end from each status that leads to it, and where a stage goes on, the status past its deadline. */
function neglectOf(kind: StageKind): string[] {
  const end = NEGLECTED_ENDS[kind];
  const rows = Object.entries(LIFECYCLES[kind].TRANSITIONS);
  const neglected = rows.filter(([, acts]) => Object.values(acts).includes(end)).map(([status]) => status);
  const overdue = GO_ON_OVERDUE.has(kind) ? neglected : [];
  return [
    ...neglected.map((status) => `${kind}-closed-${end}-from-${status}`),
    ...overdue.map((status) => `${kind}-waits-${status}-overdue`),
  ];
}

function allOf<Outcome extends string>(outcomes: Readonly<Record<Outcome, true>>): readonly string[] {
  return Object.keys(outcomes);
}
