import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';

import { type ScholarshipRight } from './benefit';
import { SCHOLARSHIP, SCHOLARSHIP_TENURE, type ScholarshipPlan } from './rows/scholarship-rows';
import { type Worksheet } from './worksheet';

const NO_RIGHT: ScholarshipRight = { entitled: false, plan: null, children: 0 };

/** The right to a scholarship after an accident: no tenure is asked. */
export function rightAfterAccident(sheet: Worksheet, on: PlainDate, children: number): Outcome<ScholarshipRight> {
  const plan = sheet.rule(SCHOLARSHIP, on);
  return plan.refused ? plan : rightUnder(sheet, plan.value, children);
}

/** The right to a scholarship after another death: only with the months of contributions that the law of the day asks. */
export function rightAfterDeath(
  sheet: Worksheet,
  on: PlainDate,
  children: number,
  contributionMonths: number,
): Outcome<ScholarshipRight> {
  const plan = sheet.rule(SCHOLARSHIP, on);
  if (plan.refused) return plan;
  const tenure = sheet.rule(SCHOLARSHIP_TENURE, on);
  if (tenure.refused) return tenure;
  const enough = tenure.value !== null && hasMonths(sheet, contributionMonths, tenure.value.months, children);
  return enough ? rightUnder(sheet, plan.value, children) : accept(NO_RIGHT);
}

function hasMonths(sheet: Worksheet, held: number, needed: number, children: number): boolean {
  sheet.step(
    `masa iur ${held} bulan, beasiswa JKM sejak ${needed} bulan`,
    `${held} months of contributions, the JKM scholarship from ${needed}`,
  );
  if (held === needed && children > 0) return sheet.choose('A-21') === 'entitled';
  return held >= needed;
}

function rightUnder(sheet: Worksheet, plan: ScholarshipPlan | null, children: number): Outcome<ScholarshipRight> {
  if (plan === null || children === 0) return accept(NO_RIGHT);
  const paid = childrenPaid(sheet, plan, children);
  if (paid.refused) return paid;
  sheet.step(
    `hak beasiswa untuk ${paid.value} anak, di luar jumlah`,
    `a scholarship right for ${paid.value} children, beside the total`,
  );
  return accept({ entitled: true, plan: plan.plan, children: paid.value });
}

/** How many of the children listed are paid; more than the plan bears is reading A-23. */
export function childrenPaid(sheet: Worksheet, plan: ScholarshipPlan, children: number): Outcome<number> {
  if (children <= plan.children) return accept(children);
  if (sheet.choose('A-23') === 'first-are-paid') return accept(plan.children);
  return refuse(
    'TOO_MANY_CHILDREN',
    {
      id: `Beasiswa untuk paling banyak ${plan.children} anak.`,
      en: `A scholarship is for at most ${plan.children} children.`,
    },
    { id: 'Daftarkan hanya anak yang berhak.', en: 'List only the children who are entitled.' },
    { path: 'children' },
  );
}

export { NO_RIGHT };
