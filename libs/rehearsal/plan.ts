import { createHash } from 'node:crypto';
import { type ClaimKind } from '@kerjasama/claims/rules/lifecycle';
import { type RefusalGround } from '@kerjasama/claims/rules/grounds';
import { type AgreementId, agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, firstDayOf, nextPeriod, period, type Period, periodsOf } from '@kerjasama/kernel/period';
import { addDays, dateOf, type PlainDate, yearOf } from '@kerjasama/kernel/plain-date';
import { type Rupiah, rupiah } from '@kerjasama/kernel/rupiah';
import { type Random, rowRandom } from '@kerjasama/enrolment/sample/random';

/** The article's figures (SINDOnews, 19 November 2015; domain, section 0): 102,000 workers, Rp 19 billion, one year. */
export const ARTICLE = { size: 102_000, pagu: 19_000_000_000, months: 12, day: 19, month: 11 } as const;

/** One rehearsed year: everything in it follows from the size, the seed and the day on which it is born. */
export interface RehearsalPlan {
  readonly cycle: CycleRef;
  readonly size: number;
  readonly seed: number;
  readonly bornOn: PlainDate;
  readonly pagu: Rupiah;
  readonly firstMonth: Period;
  readonly textSha256: string;
}

/** The next 19 November, the day itself included. */
export function nextBirthday(today: PlainDate): PlainDate {
  const thisYear = dateOf(yearOf(today), ARTICLE.month, ARTICLE.day);
  return today <= thisYear ? thisYear : dateOf(yearOf(today) + 1, ARTICLE.month, ARTICLE.day);
}

/** @param bornOn the day on which the agreement is drafted and signed */
export function planYear(size: number, seed: number, bornOn: PlainDate): RehearsalPlan {
  const agreement = agreementId(`PKS-${yearOf(bornOn)}-${size}-${seed}`);
  const year = yearOf(bornOn) + 1;
  return {
    cycle: { agreement, year: cycleYear(year) },
    size,
    seed,
    bornOn,
    pagu: scaledPagu(size),
    firstMonth: period(`${year}-01`),
    textSha256: textHash(agreement),
  };
}

/** The plan of an agreement that a rehearsal drafted before; null for any other id. */
export function planOf(agreement: AgreementId): RehearsalPlan | null {
  const match = /^PKS-(20\d\d)-(\d{1,8})-(\d{1,9})$/.exec(agreement);
  if (match === null) return null;
  const [, year, size, seed] = match;
  return planYear(Number(size), Number(seed), dateOf(Number(year), ARTICLE.month, ARTICLE.day));
}

/** The article's money for its workers, scaled to another size and rounded down. */
export function scaledPagu(size: number): Rupiah {
  return rupiah(Number((BigInt(ARTICLE.pagu) * BigInt(size)) / BigInt(ARTICLE.size)));
}

/** The hash of the text that both agencies sign; of an addendum, its number belongs to the text. */
export function textHash(agreement: AgreementId, document = 0): string {
  return createHash('sha256').update(`${agreement}: naskah ${document}`).digest('hex');
}

/** A claim of the rehearsed year. `row` is the member's row in the sample roster. */
export interface PlannedClaim {
  readonly reference: string;
  readonly row: number;
  readonly kind: ClaimKind;
  readonly month: Period;
  readonly eventOn: PlainDate;
  readonly unableToWork: { readonly months: number; readonly days: number } | null;
  /** Why it is refused; null when it is granted. */
  readonly ground: RefusalGround | null;
  /** Left undecided when the year closes. */
  readonly staysOpen: boolean;
}

/** Four members of 1,000, rounded down, at least one. */
export function claimCount(size: number): number {
  return Math.max(1, Math.floor((size * 4) / 1000));
}

/** The day of the month on which the claims of a month are reported. */
export const REPORT_DAY = 20;

const REFUSED_EVERY = 29;
const REFUSED_FROM = 7;
const OPEN_EVERY = 9;
const LONGEST_INCAPACITY_DAYS = 9;
const CLAIM_STREAM = 0x5eed;

/** The year's claims, spread over members and months; each event lies in its month's first days. */
export function planClaims(plan: RehearsalPlan, months: number): PlannedClaim[] {
  const covered = periodsOf({ firstMonth: plan.firstMonth, months });
  const count = claimCount(plan.size);
  return Array.from({ length: count }, (_, nth) => {
    const random = rowRandom(plan.seed ^ CLAIM_STREAM, nth);
    const kind = kindOf(random);
    const month = nextPeriod(plan.firstMonth, nth % covered.length);
    return {
      reference: String(nth + 1).padStart(6, '0'),
      row: Math.floor(((nth + 0.5) * plan.size) / count),
      kind,
      month,
      eventOn: addDays(firstDayOf(month), random.below(LONGEST_INCAPACITY_DAYS)),
      unableToWork: kind === 'work-accident' ? { months: 0, days: 1 + random.below(LONGEST_INCAPACITY_DAYS) } : null,
      ground: nth % REFUSED_EVERY === REFUSED_FROM ? GROUNDS[kind] : null,
      staysOpen: nth > 0 && month === covered.at(-1) && nth % OPEN_EVERY === 1,
    };
  });
}

const GROUNDS = {
  'work-accident': 'ABLE_TO_WORK',
  'accident-death': 'NOT_AT_WORK',
  death: 'DEATH_NOT_CERTIFIED',
} as const satisfies Record<ClaimKind, RefusalGround>;

/** Most claims are accidents that heal; one in ten is a death at work, two another death. */
function kindOf(random: Random): ClaimKind {
  const drawn = random.below(10);
  if (drawn < 7) return 'work-accident';
  return drawn < 8 ? 'accident-death' : 'death';
}
