import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';
import { add, rupiah, type Rupiah } from '@kerjasama/kernel/rupiah';

import { badField, wholeAmount } from './faults';
import { type Settings } from './readings/register';
import { type HeirRank, HEIRS, type Relation } from './rows/heir-rows';
import { type Program } from './scholarship';
import { calculate, type Traced, type Worksheet } from './worksheet';

export interface Relative {
  readonly id: string;
  readonly relation: Relation;
  readonly alive: boolean;
}

export interface HeirsQuestion {
  readonly program: Program;
  readonly relatives: readonly Relative[];
  readonly will: { readonly id: string; readonly alive: boolean } | null;
  /** Who arranged the funeral: paid its sum when the law names nobody. */
  readonly funeralArranger: string | null;
}

/** `rank` as the article counts: 1, 2.1 to 2.4, and 3 for the fund; null when nobody and not even the fund is named. */
export interface HeirsAnswer {
  readonly rank: string | null;
  readonly payees: readonly string[];
  readonly toFund: boolean;
  /** Given only where the law names nobody. */
  readonly funeralPayee?: string | null;
}

const ORDER = HEIRS.rows[0];

/** Who is paid after a death, in the order of PP 44/2015 Pasal 37(4)-(5). Refuses BAD_RELATIVES for an id named twice. */
export function heirsOf(question: HeirsQuestion, settings: Settings = {}): Outcome<HeirsAnswer & Traced> {
  return calculate('heirs', question, settings, (sheet) => {
    if (ORDER === undefined) throw new Error('The order of heirs has no row');
    const { relatives, will, funeralArranger } = question;
    if (new Set(relatives.map(({ id }) => id)).size < relatives.length)
      return badField('relatives', { id: 'keluarga dengan id masing-masing', en: 'relatives with an id each' });
    sheet.cite(HEIRS, ORDER);
    const living = relatives.filter(({ alive }) => alive);
    for (const rank of ORDER.values.ranks) {
      const named = living.filter(({ relation }) => rank.relations.includes(relation));
      if (named.length > 0) return accept(payeesOf(sheet, rank, named));
    }
    if (will?.alive === true) return accept({ rank: ORDER.values.willRank, payees: [will.id], toFund: false });
    const toFund = will === null || sheet.choose('A-41') === 'as-no-will';
    sheet.step(
      'tidak ada ahli waris: biaya pemakaman kepada yang mengurus pemakaman',
      'no heir: the funeral sum to whoever arranged the funeral',
    );
    return accept({ rank: toFund ? ORDER.values.fundRank : null, payees: [], toFund, funeralPayee: funeralArranger });
  });
}

function payeesOf(sheet: Worksheet, rank: HeirRank, named: readonly Relative[]): HeirsAnswer {
  const nearest = rank.nearestFirst
    .map((relations) => named.filter(({ relation }) => relations.includes(relation)))
    .find((group) => group.length > 0);
  const divided = nearest !== undefined && nearest.length < named.length;
  const payees = divided && !inOneClass(sheet, rank) ? nearest : named;
  sheet.step(`golongan ${rank.rank}: ${payees.length} orang`, `rank ${rank.rank}: ${payees.length} people`);
  return { rank: rank.rank, payees: payees.map(({ id }) => id), toFund: false };
}

function inOneClass(sheet: Worksheet, rank: HeirRank): boolean {
  return sheet.choose(rank.rank === '1' ? 'A-39' : 'A-40') === 'one-class';
}

export interface Sharer {
  readonly id: string;
  readonly born: PlainDate;
}

export interface Share {
  readonly id: string;
  readonly amount: Rupiah;
}

/**
 * Equal shares of a sum among the payees of one rank, the remainder of a rupiah to the eldest. The sources say nothing
 * on shares: this is the house's own choice, and the trace says so. Refuses BAD_PAYEES for none.
 */
export function sharesOf(
  amount: Rupiah,
  sharers: readonly Sharer[],
  settings: Settings = {},
): Outcome<{ readonly shares: readonly Share[] } & Traced> {
  return calculate('heir_shares', { amount, payees: sharers.map(({ id }) => id) }, settings, (sheet) => {
    const whole = wholeAmount(amount, 'amount');
    if (whole.refused) return whole;
    const [first, ...others] = sharers;
    if (first === undefined)
      return badField('payees', { id: 'paling sedikit satu penerima', en: 'at least one payee' });
    const eldest = others.reduce((oldest, sharer) => (sharer.born < oldest.born ? sharer : oldest), first);
    const each = Math.floor(amount / sharers.length);
    const rest = rupiah(amount - each * sharers.length);
    sheet.step('bagian sama besar (pilihan kami)', 'equal shares (our choice)', each);
    if (rest > 0) sheet.step('sisa kepada yang tertua', 'the remainder to the eldest', rest);
    const shares = sharers.map(({ id }) => ({ id, amount: id === eldest.id ? add(rupiah(each), rest) : rupiah(each) }));
    return accept({ shares });
  });
}
