import { accept, type Outcome } from '@kerjasama/kernel/refusal';

import { badField } from '../faults';
import { type Occurrence } from '../instant';
import { jkkCase } from '../jkk-case';
import { jkkCost, jkkTransport } from '../jkk-cost';
import { jkkDeath } from '../jkk-death';
import { jkkFunctional, jkkPartial, jkkTotalDisability } from '../jkk-disability';
import { type Incapacity, jkkStmb } from '../jkk-stmb';
import { jkmDeath } from '../jkm-death';
import { type Loss, type Side } from '../losses';
import { type Settings } from '../readings/register';
import { COST_TABLES, type CostItem } from '../rows/jkk-cost-rows';
import { TRANSPORT_MODES } from '../rows/jkk-rows';
import { LEVELS } from '../rows/scholarship-rows';
import { type ChildYears, PROGRAMS, scholarshipSum, scholarshipYear } from '../scholarship';
import { suddenDeath } from '../sudden-death';
import { type Tenure } from '../tenure';
import {
  bool,
  date,
  type Field,
  has,
  isRecord,
  type JsonRecord,
  lastDayOfCover,
  listOf,
  nested,
  number,
  oneOf,
  readEvent,
  readFields,
  text,
  word,
} from './fields';
import { type Kind } from './kind';

const side = word<Side>('RIGHT', 'LEFT');
const cover = nested((input) => readFields(input, { from: date, to: lastDayOfCover }));

const TENURES = ['months', 'days', 'covers'] as const;

const tenure: Field<Tenure> = (value, name) => {
  if (!isRecord(value)) return badField(name, { id: 'months, days atau covers', en: 'months, days or covers' });
  if (TENURES.filter((way) => has(value, way)).length > 1)
    return badField(name, { id: 'hanya satu: months, days atau covers', en: 'only one of months, days or covers' });
  if (has(value, 'covers')) return readFields(value, { covers: listOf(cover) });
  return has(value, 'months') ? readFields(value, { months: number }) : readFields(value, { days: number });
};

const loss: Field<Loss> = nested((input) =>
  readFields(input, { code: text }, { side, units: number, permille: number }),
);

const periodicPaid: Field<number | 'all'> = (value, name) => {
  if (typeof value === 'boolean') return accept(value ? 'all' : 0);
  return number(value, name);
};

function readIncapacity(input: JsonRecord): Outcome<Incapacity> {
  const byDays = has(input, 'first_day') || has(input, 'last_day');
  if (!byDays) return readFields(input, { months: number, days: number });
  for (const count of ['months', 'days']) {
    if (has(input, count))
      return badField(count, { id: 'lama atau hari-harinya, bukan keduanya', en: 'a length or its days, not both' });
  }
  return readFields(input, { firstDay: date, lastDay: date });
}

const years: Field<ChildYears> = (value, name) => {
  if (!isRecord(value)) return badField(name, { id: 'tahun tiap tingkat', en: 'years of each level' });
  const read: Partial<Record<(typeof LEVELS)[number], number>> = {};
  for (const [key, count] of Object.entries(value)) {
    const level = oneOf('level', LEVELS)(key, name);
    if (level.refused) return level;
    const counted = number(count, name);
    if (counted.refused) return counted;
    read[level.value] = counted.value;
  }
  return accept(read);
};

/** Reads the event and the fields of a benefit, then calculates it. */
function benefit<I extends object, R extends object>(
  read: (input: JsonRecord) => Outcome<I>,
  work: (input: Occurrence & I, settings: Settings) => Outcome<R>,
): Kind {
  return (input, settings) => {
    const event = readEvent(input);
    if (event.refused) return event;
    const rest = read(input);
    return rest.refused ? rest : work({ ...event.value, ...rest.value }, settings);
  };
}

const deathOptions = { disabilityAlreadyPaid: number, periodicAlreadyPaid: periodicPaid, deathDate: date };
const disability = { wageBase: number, dominantHand: side, losses: listOf(loss) };
const jkm = { tenure, contributionMonths: number, children: number };
const items = Object.keys(COST_TABLES).filter((key): key is CostItem => Object.hasOwn(COST_TABLES, key));

export const BENEFIT_KINDS: Readonly<Record<string, Kind>> = {
  jkm_death: benefit((input) => readFields(input, jkm), jkmDeath),
  jkk_death: benefit((input) => readFields(input, { wageBase: number, children: number }, deathOptions), jkkDeath),
  jkk_total_disability: benefit(
    (input) => readFields(input, { wageBase: number, children: number }),
    jkkTotalDisability,
  ),
  jkk_partial: benefit((input) => readFields(input, disability), jkkPartial),
  jkk_functional: benefit(
    (input) => readFields(input, { ...disability, lossOfFunctionPercent: number }),
    jkkFunctional,
  ),
  jkk_stmb: benefit<Incapacity & { readonly wageBase: number }, object>((input) => {
    const wage = readFields(input, { wageBase: number });
    if (wage.refused) return wage;
    const span = readIncapacity(input);
    return span.refused ? span : accept({ ...wage.value, ...span.value });
  }, jkkStmb),
  jkk_case: benefit(
    (input) =>
      readFields(
        input,
        { wageBase: number },
        {
          stmb: nested(readIncapacity),
          losses: listOf(loss),
          dominantHand: side,
          totalDisability: bool,
          died: bool,
        },
      ),
    jkkCase,
  ),
  jkk_transport: benefit(
    (input) =>
      readFields(input, {
        legs: listOf(nested((leg) => readFields(leg, { mode: oneOf('mode', TRANSPORT_MODES), cost: number }))),
      }),
    jkkTransport,
  ),
  jkk_cost: benefit(
    (input) => readFields(input, { item: oneOf('item', items), cost: number }, { centrePrice: number }),
    jkkCost,
  ),
  sudden_death: benefit((input) => readFields(input, { wageBase: number, ...jkm }, deathOptions), suddenDeath),
  scholarship_sum: benefit(
    (input) => readFields(input, { program: oneOf('program', PROGRAMS), childrenYears: listOf(years) }),
    scholarshipSum,
  ),
  scholarship_year: benefit(
    (input) =>
      readFields(input, {
        level: oneOf('level', LEVELS),
        appliedOn: date,
        childBorn: date,
        married: bool,
        working: bool,
        yearsAlreadyPaidAtLevel: number,
      }),
    scholarshipYear,
  ),
};
