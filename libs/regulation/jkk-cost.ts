import { assertNever } from '@kerjasama/kernel/assert-never';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { add, NO_RUPIAH, type Rupiah, rupiah } from '@kerjasama/kernel/rupiah';

import { type Benefit, benefitOf, type BenefitLine, type Calculated } from './benefit';
import { badField, wholeAmount } from './faults';
import { eventDateOn, type Occurrence } from './instant';
import { notInRegime } from './jkk-disability';
import { portionOf } from './portion';
import { type Settings } from './readings/register';
import { COST_TABLES, type CostItem, type CostLimit } from './rows/jkk-cost-rows';
import { TRANSPORT, TRANSPORT_MODES, type TransportMode } from './rows/jkk-rows';
import { calculate, type Worksheet } from './worksheet';

export interface TransportLeg {
  readonly mode: TransportMode;
  readonly cost: number;
}

/** Transport of the injured, each mode up to its own limit (reading A-16). Refuses BAD_* and NO_RULE_FOR_DATE. */
export function jkkTransport(
  input: Occurrence & { readonly legs: readonly TransportLeg[] },
  settings: Settings = {},
): Calculated<Benefit> {
  return calculate('jkk_transport', input, settings, (sheet) => {
    if (input.legs.length === 0)
      return badField('legs', { id: 'paling sedikit satu perjalanan', en: 'at least one leg' });
    const costs = costsByMode(input.legs);
    if (costs.refused) return costs;
    const limits = sheet.rule(TRANSPORT, eventDateOn(sheet, input));
    if (limits.refused) return limits;
    const lines = [...costs.value].map(([mode, cost]) => {
      sheet.step(`batas ${mode}`, `limit ${mode}`, limits.value[mode]);
      return { item: `TRANSPORT_${mode}`, amount: rupiah(Math.min(cost, limits.value[mode])) };
    });
    return accept(benefitOf(sheet, linesPaid(sheet, lines)));
  });
}

function costsByMode(legs: readonly TransportLeg[]): Outcome<Map<TransportMode, Rupiah>> {
  const costs = new Map<TransportMode, Rupiah>();
  for (const mode of TRANSPORT_MODES) {
    for (const leg of legs.filter((each) => each.mode === mode)) {
      const cost = wholeAmount(leg.cost, 'cost');
      if (cost.refused) return cost;
      costs.set(mode, add(costs.get(mode) ?? NO_RUPIAH, cost.value));
    }
  }
  return accept(costs);
}

function linesPaid(sheet: Worksheet, lines: readonly BenefitLine[]): readonly BenefitLine[] {
  if (lines.length < 2 || sheet.choose('A-16') === 'each-to-its-limit') return lines;
  return [...lines].sort((a, b) => b.amount - a.amount).slice(0, 1);
}

/** One bill. `centrePrice`, the price of the government rehabilitation centre, is needed for a prosthesis. */
export interface Cost {
  readonly item: CostItem;
  readonly cost: number;
  readonly centrePrice?: number;
}

/** What of a bill is paid. Refuses BAD_*, BENEFIT_NOT_IN_REGIME where the table shows "-", NO_EXACT_LIMIT. */
export function jkkCost(input: Occurrence & Cost, settings: Settings = {}): Calculated<Benefit> {
  return calculate('jkk_cost', input, settings, (sheet) => {
    const cost = wholeAmount(input.cost, 'cost');
    if (cost.refused) return cost;
    const limit = sheet.rule(COST_TABLES[input.item], eventDateOn(sheet, input));
    if (limit.refused) return limit;
    if (limit.value === null) return notInRegime(COST_TABLES[input.item].title);
    const paid = paidOf(sheet, input, cost.value, limit.value);
    return paid.refused ? paid : accept(benefitOf(sheet, [{ item: input.item, amount: paid.value }]));
  });
}

function paidOf(sheet: Worksheet, input: Cost, cost: Rupiah, limit: CostLimit): Outcome<Rupiah> {
  switch (limit.pays) {
    case 'all':
      return accept(withoutLimit(sheet, input.item, cost));
    case 'up-to':
      if (input.item === 'MEDICAL_CARE' && sheet.choose('A-26') === 'no-exact-limit') return noExactLimit();
      sheet.step('batas', 'limit', limit.limit);
      return accept(rupiah(Math.min(cost, limit.limit)));
    case 'up-to-centre-price':
      return upToCentrePrice(sheet, input.centrePrice, cost, limit.percent);
    default:
      return assertNever(limit);
  }
}

/** After PP 82/2019 the cell of rehabilitation shows no sum; the other reading keeps the one of PP 44/2015. */
function withoutLimit(sheet: Worksheet, item: CostItem, cost: Rupiah): Rupiah {
  const earlier = COST_TABLES[item].rows.map(({ values }) => values).find((values) => values?.pays === 'up-to');
  if (item !== 'MEDICAL_REHAB' || earlier?.pays !== 'up-to' || cost <= earlier.limit) return cost;
  return sheet.choose('A-17') === 'no-limit' ? cost : rupiah(earlier.limit);
}

function upToCentrePrice(
  sheet: Worksheet,
  centrePrice: number | undefined,
  cost: Rupiah,
  percent: number,
): Outcome<Rupiah> {
  const price = wholeAmount(centrePrice ?? -1, 'centre_price');
  if (price.refused) return price;
  const limit = portionOf({ amount: price.value, times: percent, by: 100 }, 'floor');
  sheet.step(`${percent} % harga pusat rehabilitasi`, `${percent} % of the centre's price`, limit);
  if (cost >= limit || sheet.choose('A-27') === 'always-140') return accept(limit);
  return accept(cost);
}

function noExactLimit(): Outcome<never> {
  return refuse(
    'NO_EXACT_LIMIT',
    {
      id: 'Batas biaya perawatan masa itu tidak diketahui pasti.',
      en: 'The limit of medical care of that time is not known.',
    },
    { id: 'Mintakan batasnya kepada ahli hukum.', en: 'Ask a lawyer of the agencies for the limit.' },
  );
}
