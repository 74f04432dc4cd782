import { actAt, expectAnswer, type StageHand } from '../stage-hand';
import { ARTICLE, textHash } from '../plan';

/** Drafted by the ministry, agreed by the insurer, signed by both: the article's 19 November. */
export async function rehearseAgreement({ plan, as, tell }: StageHand): Promise<void> {
  const { cycle, size, bornOn, pagu, firstMonth, textSha256 } = plan;
  const draft = await as('kemensos-maker').POST('/cycles', {
    params: { header: { 'idempotency-key': 'rehearsal/draft' } },
    body: {
      agreement: cycle.agreement,
      year: cycle.year,
      terms: { workers: size, firstMonth, months: ARTICLE.months, fiscalYear: cycle.year, ceiling: String(pagu) },
      textSha256,
    },
  });
  expectAnswer('draft-agreement', draft);
  tell({
    kind: 'step',
    stage: 'agreement',
    on: bornOn,
    text: { id: `${cycle.agreement} dirancang`, en: `${cycle.agreement} drafted` },
  });
  await signDocument({ plan, as }, 0);
  tell({
    kind: 'step',
    stage: 'agreement',
    on: bornOn,
    text: { id: 'ditandatangani kedua pihak', en: 'signed by both agencies' },
  });
}

/** Agreement and addendum are accepted and signed the same way, by the same four people. */
export async function signDocument({ plan, as }: Pick<StageHand, 'plan' | 'as'>, document: number): Promise<void> {
  const textSha256 = document === 0 ? plan.textSha256 : textHash(plan.cycle.agreement, document);
  const at = (step: string) => {
    const act = actAt(plan, `${step}-${document}`);
    return { ...act, path: { ...act.path, document } };
  };
  const accepted = await as('bpjs-tk-maker').POST('/cycles/{agreement}/{year}/documents/{document}/accept-text', {
    params: at('accept'),
    body: { textSha256 },
  });
  expectAnswer('accept-text', accepted);
  for (const [person, agency] of [
    ['kemensos-checker', 'Kemensos'],
    ['bpjs-tk-checker', 'BPJSTK'],
  ] as const) {
    const signed = await as(person).POST('/cycles/{agreement}/{year}/documents/{document}/sign-agreement', {
      params: at(`sign-${agency}`),
      body: { textSha256, number: `${plan.cycle.agreement}/${agency}/${document}` },
    });
    expectAnswer('sign-agreement', signed);
  }
}
