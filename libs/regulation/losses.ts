import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';

import { badField, unknownName, wholeCount } from './faults';
import { DISABILITY, type LossRate, type LossRow } from './rows/disability-rows';
import { type Worksheet } from './worksheet';

export type Side = 'RIGHT' | 'LEFT';

/** One loss as the doctor certifies it. `units` of 10 dB or 10 %; `permille` where the table gives bounds only. */
export interface Loss {
  readonly code: string;
  readonly side?: Side;
  readonly units?: number;
  readonly permille?: number;
}

/** What several losses come to, in tenths of a percent. */
export interface AssessedLosses {
  readonly permille: number;
  /** One of them alone has the percentage of a total disability. */
  readonly oneIsTotal: boolean;
}

const MOST_UNITS = 10;
const LIMIT = 700;

export const LOSS_CODES: readonly string[] = DISABILITY.rows.flatMap(({ values }) => values.map(({ code }) => code));

const CODES_BY_HAND: ReadonlySet<string> = new Set(
  DISABILITY.rows.flatMap(({ values }) => values.filter(({ rate }) => rate.by === 'hand').map(({ code }) => code)),
);

/** Is the dominant hand needed to judge these losses? */
export function needsHand(losses: readonly Loss[]): boolean {
  return losses.some(({ code }) => CODES_BY_HAND.has(code));
}

/** The percentages of the losses by the table, added up as reading A-13 says. Refuses BAD_*, UNKNOWN_LOSS, SIDE_NEEDED. */
export function assessLosses(
  sheet: Worksheet,
  on: PlainDate,
  losses: readonly Loss[],
  hand: Side,
): Outcome<AssessedLosses> {
  if (losses.length === 0) return badField('losses', { id: 'paling sedikit satu cacat', en: 'at least one loss' });
  const table = sheet.rule(DISABILITY, on);
  if (table.refused) return table;
  const rates: number[] = [];
  for (const loss of losses) {
    const row = table.value.find(({ code }) => code === loss.code);
    if (row === undefined) return unknownName('loss', 'code', LOSS_CODES);
    const rate = rateOf(sheet, row, loss, hand);
    if (rate.refused) return rate;
    const percent = `${Math.floor(rate.value / 10)},${rate.value % 10} %`;
    sheet.step(`${loss.code}: ${percent} (${row.confidence})`, `${loss.code}: ${percent} (${row.confidence})`);
    rates.push(rate.value);
  }
  return accept({ permille: together(sheet, rates), oneIsTotal: rates.includes(LIMIT) });
}

function rateOf(sheet: Worksheet, { rate }: LossRow, loss: Loss, hand: Side): Outcome<number> {
  switch (rate.by) {
    case 'loss':
      return accept(rate.perMille);
    case 'unit': {
      const units = wholeCount(loss.units ?? 0, 'units', 1, MOST_UNITS);
      return units.refused ? units : accept(rate.perMille * units.value);
    }
    case 'assessment':
      return wholeCount(loss.permille ?? 0, 'permille', rate.least, rate.most);
    case 'hand':
      return loss.side === undefined ? sideNeeded() : accept(rateOfSide(sheet, rate, loss.side, hand));
  }
}

/** The rows are written for a right-handed person; for a left-handed one they are mirrored. */
function rateOfSide(sheet: Worksheet, rate: LossRate & { by: 'hand' }, side: Side, hand: Side): number {
  const mirrored = hand === 'LEFT' && (rate.shoulder || sheet.choose('A-15') === 'all-rows');
  return (side === 'RIGHT') === mirrored ? rate.left : rate.right;
}

function together(sheet: Worksheet, rates: readonly number[]): number {
  const added = rates.reduce((total, rate) => total + rate, 0);
  const highest = Math.max(...rates);
  if (added === highest && added <= LIMIT) return added;
  switch (sheet.choose('A-13')) {
    case 'added-to-70':
      return Math.min(LIMIT, added);
    case 'added-without-limit':
      return added;
    case 'highest-only':
      return highest;
  }
}

function sideNeeded(): Outcome<never> {
  return refuse(
    'SIDE_NEEDED',
    { id: 'Cacat ini bergantung pada sisi badan.', en: 'This loss depends on the side of the body.' },
    { id: 'Isi "side": RIGHT atau LEFT.', en: 'Give "side": RIGHT or LEFT.' },
    { path: 'side' },
  );
}
