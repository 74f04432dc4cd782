import { nextPeriod } from '@kerjasama/kernel/period';
import { dateOf, type PlainDate } from '@kerjasama/kernel/plain-date';
import { ARTICLE } from '../plan';
import { actAt, expectAnswer, moneyText, type StageHand } from '../stage-hand';

/** Renewal proposed by the ministry and endorsed by the insurer, then the books closed on the last day of the fiscal year. */
export async function rehearseClosing(hand: StageHand, on: PlainDate): Promise<void> {
  const { plan, as, tell } = hand;
  const nextYear = nextPeriod(plan.firstMonth, ARTICLE.months);
  const proposed = await as('kemensos-maker').POST('/cycles/{agreement}/{year}/renewal/propose-renewal', {
    params: actAt(plan, 'propose-renewal'),
    body: { workers: plan.size, firstMonth: nextYear, months: ARTICLE.months },
  });
  const { needed, gapDays } = expectAnswer('propose-renewal', proposed);
  const need = moneyText(needed);
  const endorsed = await as('bpjs-tk-maker').POST('/cycles/{agreement}/{year}/renewal/endorse-renewal', {
    params: actAt(plan, 'endorse-renewal'),
    body: { workers: plan.size },
  });
  expectAnswer('endorse-renewal', endorsed);
  tell({
    kind: 'step',
    stage: 'renewal',
    on,
    text: {
      id: `perpanjangan diusulkan: perlu ${need.id}, jeda ${gapDays} hari`,
      en: `renewal proposed: needs ${need.en}, ${gapDays} days without cover`,
    },
  });

  const lastDay = dateOf(plan.cycle.year, 12, 31);
  await hand.moveTo(lastDay);
  const closed = await as('kemensos-checker').POST('/cycles/{agreement}/{year}/renewal/close-books', {
    params: actAt(plan, 'close-books'),
    body: { minutesNumber: `BA-${plan.cycle.agreement}` },
  });
  expectAnswer('close-books', closed);
  tell({ kind: 'step', stage: 'renewal', on: lastDay, text: { id: 'buku ditutup', en: 'books closed' } });
}
