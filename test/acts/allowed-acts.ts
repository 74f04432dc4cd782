import { type Leads, type OfficerAct, type SystemAct } from '@kerjasama/act/definition';
import { CLAIM_OFFICER_ACTS, CLAIM_SYSTEM_ACTS } from '@kerjasama/claims/acts';
import { approveClaim, refuseClaim, returnClaim } from '@kerjasama/claims/acts/check-claim';
import { lapseClaim, markClaimOverdue } from '@kerjasama/claims/acts/deadlines';
import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { confirmPayment, doubtPayment, renewPayment, sendPayment } from '@kerjasama/claims/acts/pay';
import { reportClaim } from '@kerjasama/claims/acts/report-claim';
import { withdrawClaim, withdrawDecision } from '@kerjasama/claims/acts/withdraw';
import { type ClaimStatus, WAITS } from '@kerjasama/claims/rules/lifecycle';
import { type Who } from '@kerjasama/identity/who';
import { type ClaimId, claimId } from '@kerjasama/kernel/ids';
import { type Nik } from '@kerjasama/kernel/nik';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import {
  APPROVER,
  BOTH_ROLES,
  type ClaimsYear,
  EVENT,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  type ReportBody,
} from '../support/claims-year';
import { type JudgedAct } from './order-model';
import { type Answer, type Asked } from './order-oracle';

/** Who reported and granted the claims that crowds meet: the one who may take back, and who may not check. */
export const MAKER = BOTH_ROLES;

/** A claim as its callers see it. */
export interface SeenClaim {
  readonly claim: ClaimId;
  readonly nik: Nik;
  /** 0 where there is no claim yet. */
  readonly version: number;
  /** What was granted. */
  readonly amount: Rupiah;
}

/** A caller's place in his crowd. */
export interface Caller {
  /** Of all callers, from 0: part of his key. */
  readonly nth: number;
  /** Of those who take the same act. */
  readonly nthOfAct: number;
  /** Which act of the pair he takes. */
  readonly side: 0 | 1;
}

/** One way to take an act: an act with a body that a claim of its statuses can be asked with. */
export interface Way {
  readonly name: string;
  readonly act: JudgedAct;
  ask(year: ClaimsYear, seen: SeenClaim, caller: Caller): Promise<Asked>;
}

interface OfficerExample<Body> {
  readonly variant?: string;
  /** Callers take turns. */
  readonly by: readonly [Who, ...Who[]];
  readonly body: (seen: SeenClaim, caller: Caller) => Body;
  /** The number of the claim, when the act makes it. */
  readonly claim?: (seen: SeenClaim, caller: Caller) => ClaimId;
}

function officer<Body, Input, Led extends Leads<ClaimStatus>>(
  act: OfficerAct<ClaimId, ClaimStatus, Body, Input, Led>,
  ...examples: readonly OfficerExample<Body>[]
): Way[] {
  const { command, kind, from, leads } = act;
  const judged: JudgedAct = { name: command, by: 'person', kind, from, leads };
  return examples.map(({ variant, by, body, claim = (seen) => seen.claim }) => {
    const name = variant === undefined ? command : `${command} (${variant})`;
    return {
      ...{ name, act: judged },
      ask: async (year, seen, caller) => {
        const who = by[caller.nthOfAct % by.length] ?? by[0];
        const id = claim(seen, caller);
        const key = `${id}/${command}/${caller.nth}`;
        const answer = await answerOf(async () => {
          const outcome = await year.act(act, who, id, body(seen, caller), key);
          return outcome.refused
            ? { kind: 'refused', code: outcome.code, details: outcome.details ?? {} }
            : { kind: 'accepted', value: outcome.value };
        });
        const { subject } = kind.placeOf(id);
        return { act: judged, subject, by: who.subject, key, seen: act.from === 'new' ? null : seen.version, answer };
      },
    };
  });
}

function system<Input, Led extends Leads<ClaimStatus>>(
  act: SystemAct<ClaimId, ClaimStatus, Input, Led>,
  input: (seen: SeenClaim) => Input,
): Way[] {
  const { step, kind, from, leads } = act;
  const dueOn: JudgedAct['dueOn'] = (subject) => act.dueOn(subject as Parameters<typeof act.dueOn>[0]);
  const judged: JudgedAct = { name: step, by: 'system', kind, from, leads, dueOn };
  return [
    {
      ...{ name: step, act: judged },
      ask: async (year, seen) => {
        const { claim, version } = seen;
        const { subject } = kind.placeOf(claim);
        const answer = await answerOf(async () => ({
          kind: 'step',
          value: await year.step(act, { id: claim, version, input: input(seen) }),
        }));
        return { act: judged, subject, by: 'system', key: `${subject}#${step}@${version}`, seen: version, answer };
      },
    },
  ];
}

async function answerOf(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    return { kind: 'threw', message: error instanceof Error ? error.message : String(error) };
  }
}

const REASON = 'Tanggal peristiwa keliru.';
const again = ({ version }: SeenClaim) => ({ version, reason: REASON });
const APPROVERS = [APPROVER, OTHER_APPROVER, MAKER] as const;
const WITHDRAWERS = [MAKER, MAKER, OFFICER] as const;

/** The same event of the same person, under a number for each side. */
const ownNumber = ({ claim }: SeenClaim, { side }: Caller): ClaimId => claimId(`${claim}-${side}`);
function report(claim: ClaimId, nik: Nik, change: Partial<ReportBody> = {}): ReportBody {
  const [, , reference = ''] = claim.split('.');
  return { reference, nik, kind: 'death', eventOn: EVENT, unableToWork: null, ...change };
}
const ACCIDENT = { kind: 'work-accident', unableToWork: { months: 0, days: 10 } } as const;

/** How each act is asked for where it begins. A new act does not compile without its example. */
const EXAMPLES = {
  'report-claim': officer(
    reportClaim,
    { variant: 'one number', by: [OFFICER, OTHER_OFFICER], body: ({ claim, nik }) => report(claim, nik) },
    {
      ...{ variant: 'a death', by: [OFFICER, OTHER_OFFICER], claim: ownNumber },
      body: (seen, caller) => report(ownNumber(seen, caller), seen.nik),
    },
    {
      ...{ variant: 'an accident', by: [OFFICER, OTHER_OFFICER], claim: ownNumber },
      body: (seen, caller) => report(ownNumber(seen, caller), seen.nik, ACCIDENT),
    },
  ),
  'withdraw-claim': officer(withdrawClaim, { by: WITHDRAWERS, body: again }),
  'decide-claim': officer(
    decideClaim,
    {
      ...{ variant: 'grant', by: [OFFICER, OTHER_OFFICER] },
      body: ({ version }) => ({ version, decision: 'grant' }),
    },
    {
      ...{ variant: 'refuse', by: [OTHER_OFFICER, OFFICER] },
      body: ({ version }) => ({ version, decision: 'refuse', ground: 'DOCUMENTS_FALSE' }),
    },
  ),
  'withdraw-decision': officer(withdrawDecision, { by: WITHDRAWERS, body: again }),
  'return-claim': officer(returnClaim, { by: APPROVERS, body: again }),
  'refuse-claim': officer(refuseClaim, {
    by: APPROVERS,
    body: ({ version }) => ({ version, ground: 'NOT_THE_MEMBER' }),
  }),
  'approve-claim': officer(approveClaim, { by: APPROVERS, body: ({ version, amount }) => ({ version, amount }) }),
  'renew-payment': officer(renewPayment, { by: [APPROVER, OTHER_APPROVER], body: again }),
  'mark-overdue': system(markClaimOverdue, () => null),
  lapse: system(lapseClaim, () => null),
  'send-payment': system(sendPayment, () => null),
  'confirm-payment': system(confirmPayment, ({ claim }) => ({ reference: `T-${claim}` })),
  'doubt-payment': system(doubtPayment, () => null),
} satisfies Readonly<
  Record<(typeof CLAIM_OFFICER_ACTS)[number]['command'] | (typeof CLAIM_SYSTEM_ACTS)[number]['step'], readonly Way[]>
>;

/** Every way to take an act, officers' first. */
export const WAYS: readonly Way[] = [
  ...CLAIM_OFFICER_ACTS.flatMap(({ command }): readonly Way[] => EXAMPLES[command]),
  ...CLAIM_SYSTEM_ACTS.flatMap(({ step }): readonly Way[] => EXAMPLES[step]),
];

/** A status in which something can be done; `new` before the report. */
export type OpenStatus = ClaimStatus | 'new';

/** Two ways that begin in one status, or one with itself. */
export interface Pair {
  readonly status: OpenStatus;
  readonly ways: readonly [Way, Way];
}

/** Every pair of ways that begin in a status, of every status that does not end the claim. */
export function allowedPairs(): Pair[] {
  const statuses: readonly OpenStatus[] = ['new', ...(Object.keys(WAITS) as ClaimStatus[])];
  return statuses.flatMap((status) => {
    const ways = WAYS.filter(({ act: { from } }) => (from === 'new' ? status === 'new' : from.includes(status)));
    return ways.flatMap((first, at) => ways.slice(at).map((second): Pair => ({ status, ways: [first, second] })));
  });
}

/** Whether one of the two waits for a day. */
export function isTimed({ ways }: Pair): boolean {
  return ways.some(({ act: { name } }) => name === markClaimOverdue.step || name === lapseClaim.step);
}

export const nameOf = ({ status, ways: [first, second] }: Pair): string => `${status}: ${first.name} × ${second.name}`;
