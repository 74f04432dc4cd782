import { plainDate } from '@kerjasama/kernel/plain-date';
import { expectAccepted } from '@kerjasama/kernel/refusal';
import { rupiah, sum } from '@kerjasama/kernel/rupiah';
import fc from 'fast-check';

import { sharesOf } from './heirs';
import { RELATIONS } from './rows/heir-rows';
import { answerOf, touchedBy, traceOf } from './testing/answer-of';

const alive = (...relations: string[]): object[] =>
  relations.map((relation) => ({ id: relation, relation, alive: true }));
const dead = (...relations: string[]): object[] => alive(...relations).map((one) => ({ ...one, alive: false }));
const died = (relatives: readonly object[], more: object = {}): object => ({
  program: 'JKK',
  relatives,
  will: null,
  funeral_arranger: 'n',
  ...more,
});

describe('the order of heirs (PP 44/2015 Pasal 37(4)-(5))', () => {
  it.each([
    [alive('WIDOW', 'CHILD', 'PARENT'), '1', ['WIDOW', 'CHILD']],
    [alive('WIDOWER'), '1', ['WIDOWER']],
    [alive('SIBLING', 'CHILD'), '1', ['CHILD']],
    [[...dead('WIDOW', 'CHILD'), ...alive('SIBLING', 'PARENT')], '2.1', ['PARENT']],
    [alive('GRANDCHILD', 'GRANDPARENT', 'PARENT'), '2.1', ['GRANDCHILD', 'GRANDPARENT', 'PARENT']],
    [alive('PARENT_IN_LAW', 'SIBLING'), '2.2', ['SIBLING']],
    [alive('PARENT_IN_LAW', 'COUSIN'), '2.3', ['PARENT_IN_LAW']],
  ])('%o: rank %s, %o', (relatives, rank, payees) => {
    expect(answerOf('heirs', died(relatives))).toEqual({ status: 'OK', rank, payees, to_fund: false });
    expect(answerOf('heirs', died(relatives, { program: 'JKM', will: { id: 'w', alive: true } }))).toMatchObject({
      rank,
    });
  });

  it('pays the person of the will after all relatives of the article', () => {
    const far = alive(
      'GREAT_GRANDPARENT',
      'GREAT_GRANDCHILD',
      'CHILD_IN_LAW',
      'SIBLING_IN_LAW',
      'UNCLE_AUNT',
      'NEPHEW_NIECE',
      'COUSIN',
      'NEIGHBOUR',
    );
    expect(answerOf('heirs', died(far, { will: { id: 'w', alive: true } }))).toEqual({
      status: 'OK',
      rank: '2.4',
      payees: ['w'],
      to_fund: false,
    });
    expect(answerOf('heirs', died(far))).toMatchObject({ rank: '3' });
  });

  it('returns the sum to the fund and the funeral to its arranger where nobody is named', () => {
    const toFund = { status: 'OK', rank: '3', payees: [], to_fund: true, funeral_payee: 'n' };
    expect(answerOf('heirs', died([]))).toEqual(toFund);
    expect(answerOf('heirs', died(dead('WIDOW')))).toEqual(toFund);
    expect(answerOf('heirs', died([], { will: { id: 'w', alive: false } }))).toEqual(toFund);
    expect(answerOf('heirs', died([], { funeral_arranger: undefined }))).toEqual({ ...toFund, funeral_payee: null });
  });

  it.each([
    ['A-39', 'spouse-first', alive('CHILD', 'WIDOW'), ['WIDOW']],
    ['A-39', 'spouse-first', alive('CHILD'), ['CHILD']],
    ['A-40', 'nearest-first', alive('GRANDCHILD', 'PARENT'), ['PARENT']],
    ['A-40', 'nearest-first', alive('GRANDCHILD', 'GRANDPARENT'), ['GRANDCHILD', 'GRANDPARENT']],
    ['A-40', 'nearest-first', alive('CHILD', 'WIDOW'), ['CHILD', 'WIDOW']],
  ])('under reading %s = %s, %o: %o', (id, choice, relatives, payees) => {
    expect(answerOf('heirs', died(relatives), { [id]: choice })['payees']).toEqual(payees);
  });

  it('has no payee and no fund for a dead person of the will under the other reading of A-41', () => {
    const willOfTheDead = died([], { will: { id: 'w', alive: false } });
    expect(answerOf('heirs', willOfTheDead, { 'A-41': 'no-payee' })).toEqual({
      status: 'OK',
      rank: null,
      payees: [],
      to_fund: false,
      funeral_payee: 'n',
    });
    expect(answerOf('heirs', died([]), { 'A-41': 'no-payee' })).toMatchObject({ to_fund: true });
  });

  it('names a reading only where it decides, and cites the article', () => {
    expect(touchedBy('heirs', died(alive('CHILD', 'WIDOW')))).toEqual(['A-39']);
    expect(touchedBy('heirs', died(alive('WIDOW', 'WIDOWER')))).toEqual([]);
    expect(touchedBy('heirs', died(alive('PARENT', 'GRANDCHILD')))).toEqual(['A-40']);
    expect(touchedBy('heirs', died([]))).toEqual([]);
    expect(traceOf('heirs', died([])).rows.map(({ article }) => article)).toEqual(['Pasal 37 ayat (4) dan (5)']);
  });

  it.each([
    [{ program: 'JHT' }, 'UNKNOWN_PROGRAM'],
    [{ relatives: 'none' }, 'BAD_RELATIVES'],
    [{ relatives: [{ id: 'a', relation: 'FRIEND', alive: true }] }, 'UNKNOWN_RELATION'],
    [{ relatives: [{ id: 5, relation: 'CHILD', alive: true }] }, 'BAD_ID'],
    [{ relatives: [{ id: 'a', relation: 'CHILD', alive: 'yes' }] }, 'BAD_ALIVE'],
    [{ relatives: [...alive('CHILD'), ...alive('CHILD')] }, 'BAD_RELATIVES'],
    [{ will: 'w' }, 'BAD_WILL'],
    [{ funeral_arranger: 5 }, 'BAD_FUNERAL_ARRANGER'],
  ])('refuses %o with %s', (change, code) => {
    expect(answerOf('heirs', died([], change))).toEqual({ status: 'REFUSED', code });
  });

  it('knows the 16 relations of the interface', () => {
    expect(new Set(RELATIONS).size).toBe(16);
  });
});

describe('shares inside one rank', () => {
  const sharers = fc.uniqueArray(fc.record({ id: fc.uuid(), year: fc.integer({ min: 1950, max: 2020 }) }), {
    minLength: 1,
    maxLength: 12,
    selector: ({ id }) => id,
  });

  it('sum to the whole, differ by no more than the remainder, and give it to the eldest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000_000 }), sharers, (amount, people) => {
        const born = people.map(({ id, year }) => ({ id, born: plainDate(`${year}-05-05`) }));
        const { shares } = expectAccepted(sharesOf(rupiah(amount), born));
        expect(sum(shares.map((share) => share.amount))).toBe(amount);
        expect(shares.map(({ id }) => id)).toEqual(born.map(({ id }) => id));
        const each = Math.floor(amount / born.length);
        expect(shares.filter((share) => share.amount !== each).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('give the odd rupiah to the eldest, and to the first listed of twins', () => {
    const people = [
      { id: 'young', born: plainDate('1999-01-01') },
      { id: 'old', born: plainDate('1970-01-01') },
      { id: 'twin', born: plainDate('1970-01-01') },
    ];
    const { shares, trace } = expectAccepted(sharesOf(rupiah(11), people));
    expect(shares.map(({ amount }) => amount)).toEqual([3, 5, 3]);
    expect(trace.steps.map(({ amount }) => amount)).toEqual([3, 2]);
    expect(expectAccepted(sharesOf(rupiah(9), people)).trace.steps).toHaveLength(1);
  });

  it('are refused for nobody and for less than nothing', () => {
    expect(sharesOf(rupiah(9), [])).toMatchObject({ code: 'BAD_PAYEES' });
    expect(sharesOf(rupiah(-9), [{ id: 'a', born: plainDate('1970-01-01') }])).toMatchObject({ code: 'BAD_AMOUNT' });
  });
});
