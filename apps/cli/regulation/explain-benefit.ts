/** What an officer calls a benefit, and the kind of calculation it is. */
export const BENEFIT_WORDS = {
  'accident-death': 'jkk_death',
  'natural-death': 'jkm_death',
  'sudden-death': 'sudden_death',
  'total-disability': 'jkk_total_disability',
  incapacity: 'jkk_stmb',
} as const;

export interface BenefitFlags {
  readonly event: string;
  readonly kind: keyof typeof BENEFIT_WORDS;
  readonly wage?: string;
  readonly children: string;
  readonly tenureMonths?: string;
  readonly contributionMonths?: string;
  readonly months?: string;
  readonly days: string;
}

/** The request of the batch interface that the flags come to; what was not given stays away and is refused there. */
export function benefitRequest(flags: BenefitFlags): { readonly kind: string; readonly input: object } {
  const input = {
    event_date: flags.event,
    ...given('wage_base', flags.wage),
    children: Number(flags.children),
    ...given('contribution_months', flags.contributionMonths ?? flags.tenureMonths),
    ...(flags.tenureMonths === undefined ? {} : { tenure: { months: Number(flags.tenureMonths) } }),
    ...given('months', flags.months),
    days: Number(flags.days),
  };
  return { kind: BENEFIT_WORDS[flags.kind], input };
}

function given(name: string, value: string | undefined): Readonly<Record<string, number>> {
  return value === undefined ? {} : { [name]: Number(value) };
}
