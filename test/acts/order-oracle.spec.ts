import { turnsOf } from '@kerjasama/act/lifecycle';
import { WAITS } from '@kerjasama/claims/rules/lifecycle';
import { addDays, addMonths, plainDate } from '@kerjasama/kernel/plain-date';
import { type Way, WAYS } from './allowed-acts';
import { EDGES } from './meet';
import { advance, type JournalAct, type Place } from './order-model';
import { type Answer, type Asked, type Crowd, faultsOf } from './order-oracle';
import { type Tables } from './read-tables';

const SUBJECT = 'claim/PKS-CLAIMS.2028.1';
const ON = plainDate('2028-06-15');
const PAY_BY = addDays(ON, 3);

const recorded = (number: number, act: string, change: Partial<JournalAct> = {}): JournalAct => ({
  ...{ number, act, origin: 'person', actor: 'maker', basis: 'x', key: `key-${number}`, on: ON, payload: {} },
  ...change,
});
const BEFORE = [
  recorded(1, 'claim-reported', { payload: { decideBy: addDays(ON, 30) } }),
  recorded(2, 'claim-granted', { payload: { payBy: PAY_BY } }),
];
const witnessed = (key: string, number = 90): JournalAct =>
  recorded(number, 'act-refused', { origin: 'witness', key: `refused/${key}/0` });

function placeAfter(acts: readonly JournalAct[]): Place | null {
  return acts.reduce<Place | null>((place, act) => advance(EDGES, place, act), null);
}

/** The tables that a journal leads to. */
function tablesOf(journal: readonly JournalAct[]): Tables {
  const place = placeAfter(journal.filter(({ origin }) => origin !== 'witness'));
  if (place === null) return { journal, row: null, facts: null, inbox: [], latestAct: null };
  const { status, act, number, version, since, due, overdueOn, endsOn, facts } = place;
  const turns = turnsOf(WAITS[status as keyof typeof WAITS]);
  const inbox = turns.map((turn) => ({ ...turn, status, version, since, due, overdueOn }));
  const row = { status, act, number, version, since, due, overdueOn, endsOn };
  return { journal, row, facts, inbox, latestAct: number };
}

const wayOf = (name: string): Way => {
  const found = WAYS.find((way) => way.act.name === name);
  if (found === undefined) throw new Error(`No act is called ${name}`);
  return found;
};
const asks = (name: string, by: string, key: string, answer: Answer): Asked => {
  const { act } = wayOf(name);
  return { act, subject: SUBJECT, by, key, seen: 2, answer };
};
const accepted = (act: string, status: string, number: number, due: string | null): Answer => ({
  kind: 'accepted',
  value: { subject: SUBJECT, act, number, status, version: number, on: ON, due },
});
const outOfOrder = (status: string, act: string, number: number): Answer => ({
  ...{ kind: 'refused', code: 'ACT_OUT_OF_ORDER' },
  details: { status, act, number },
});

const APPROVAL = recorded(3, 'claim-approved', { actor: 'a', key: 'A' });
const RETURN = recorded(3, 'claim-returned', { actor: 'b', key: 'B' });
const APPROVES = asks('approve-claim', 'a', 'A', accepted('claim-approved', 'approved', 3, PAY_BY));
const RETURNS_LATE = asks('return-claim', 'b', 'B', outOfOrder('approved', 'claim-approved', 3));
const RIGHT = [...BEFORE, APPROVAL, witnessed('B')];

function crowd(asked: readonly Asked[], tables: Tables, change: Partial<Crowd> = {}): Crowd {
  const of = { edges: EDGES, waits: WAITS, after: 2, today: ON, asked, tables: new Map([[SUBJECT, tables]]) };
  return { ...of, workflowActs: false, ...change };
}
const found = (asked: readonly Asked[], tables: Tables, change: Partial<Crowd> = {}): string =>
  faultsOf(crowd(asked, tables, change)).join('\n');

describe('what some order explains', () => {
  test('one is accepted, the other is refused by it', () => {
    expect(found([APPROVES, RETURNS_LATE], tablesOf(RIGHT))).toBe('');
  });

  test('a deadline that is recorded keeps the version that the officer saw', () => {
    const late = addDays(PAY_BY, 1);
    const key = `${SUBJECT}#mark-overdue@2`;
    const overdue = recorded(3, 'claim-overdue', { origin: 'system', actor: 'system', key, on: late });
    const approval = { ...APPROVAL, number: 4, on: late };
    const done = (repeated: boolean): Answer => ({ kind: 'step', value: { step: 'done', repeated } });
    const asked = [
      asks('mark-overdue', 'system', key, done(false)),
      asks('mark-overdue', 'system', key, done(true)),
      asks('approve-claim', 'a', 'A', accepted('claim-approved', 'approved', 4, PAY_BY)),
      asks('lapse', 'system', 'L', { kind: 'step', value: { step: 'moved-on' } }),
    ];
    expect(found(asked, tablesOf([...BEFORE, overdue, approval]), { today: late })).toBe('');
  });

  test('who made the grant may not check it, and who did not may not take it back', () => {
    const tables = tablesOf([...BEFORE, witnessed('M', 90), witnessed('N', 91)]);
    const refused = (code: string): Answer => ({ kind: 'refused', code, details: {} });
    const asked = [
      asks('approve-claim', 'maker', 'M', refused('FOUR_EYES')),
      asks('withdraw-decision', 'b', 'N', refused('NOT_ITS_MAKER')),
    ];
    expect(found(asked, tables)).toBe('');
  });

  test('a step of the workflow itself, where it acts beside the callers', () => {
    const sent = recorded(4, 'claim-payment-sent', { origin: 'system', actor: 'system', key: 'own' });
    const tables = tablesOf([...RIGHT, sent]);
    expect(found([APPROVES, RETURNS_LATE], tables, { workflowActs: true })).toBe('');
    expect(found([APPROVES, RETURNS_LATE], tables)).toMatch('Nobody asked for claim-payment-sent');
  });
});

describe('what no order explains is found', () => {
  const right = tablesOf(RIGHT);
  const asked = [APPROVES, RETURNS_LATE];
  const row = right.row && { ...right.row };

  test.each<[string, readonly Asked[], Tables, string | RegExp]>([
    ['a lost act', asked, tablesOf([...BEFORE, witnessed('B')]), 'no journal holds it'],
    ['a doubled act', asked, { ...right, journal: [...RIGHT, { ...APPROVAL, number: 4 }] }, 'leads nowhere'],
    [
      'two approvals',
      [APPROVES, asks('approve-claim', 'c', 'C', accepted('claim-approved', 'approved', 4, PAY_BY))],
      { ...right, journal: [...RIGHT, recorded(4, 'claim-approved', { actor: 'c', key: 'C' })] },
      'leads nowhere from approved',
    ],
    [
      'an approval and a return',
      asked,
      { ...right, journal: [...RIGHT, { ...RETURN, number: 4 }] },
      'claim-returned (4) leads nowhere from approved',
    ],
    ['a wrong final status', asked, { ...right, row: row && { ...row, status: 'returned' } }, 'row is'],
    ['a wrong version', asked, { ...right, row: row && { ...row, version: 2 } }, 'row is'],
    ['a wrong due day', asked, { ...right, row: row && { ...row, due: ON } }, 'row is'],
    ['facts of another order', asked, { ...right, facts: tablesOf([...BEFORE, RETURN]).facts }, 'facts is'],
    ['a stale inbox row', asked, { ...right, inbox: tablesOf(BEFORE).inbox }, 'inbox is'],
    ['an act that no workflow hears of', asked, { ...right, latestAct: 2 }, 'latestAct is'],
    ['an unanswered caller', [APPROVES, { ...RETURNS_LATE, answer: { kind: 'none' } }], right, 'never answered'],
    ['an error', [APPROVES, { ...RETURNS_LATE, answer: { kind: 'threw', message: '57014' } }], right, 'by an error'],
    ['an act that nobody asked for', [RETURNS_LATE], right, 'Nobody asked for claim-approved'],
    ['a refusal that no line witnesses', asked, tablesOf([...BEFORE, APPROVAL]), 'witnessed 0 times'],
    [
      'a refusal for a reason that was never true',
      [APPROVES, { ...RETURNS_LATE, answer: outOfOrder('refused', 'claim-refused', 3) }],
      right,
      'true at no point',
    ],
    ['an approval by the maker', [{ ...APPROVES, by: 'maker' }, RETURNS_LATE], right, 'against FOUR_EYES'],
    ['an act on what was not seen', [{ ...APPROVES, seen: 1 }, RETURNS_LATE], right, 'came too late'],
    [
      'a step that was overtaken by nothing',
      [asks('lapse', 'system', 'L', { kind: 'step', value: { step: 'moved-on' } })],
      tablesOf(BEFORE),
      'overtaken by nothing',
    ],
    [
      'a step that is put off to no day of its own',
      [asks('lapse', 'system', 'L', { kind: 'step', value: { step: 'not-yet', on: PAY_BY } })],
      tablesOf(BEFORE),
      'not due',
    ],
  ])('%s', (_, callers, tables, fault) => {
    expect(found(callers, tables)).toMatch(fault);
  });

  test('a deadline that is recorded twice', () => {
    const late = addDays(PAY_BY, 1);
    const key = `${SUBJECT}#mark-overdue@2`;
    const overdue = recorded(3, 'claim-overdue', { origin: 'system', actor: 'system', key, on: late });
    const caller = asks('mark-overdue', 'system', key, { kind: 'step', value: { step: 'done' } });
    const journal = [...BEFORE, overdue, { ...overdue, number: 4 }];
    expect(found([caller], tablesOf(journal), { today: late })).toMatch('recorded twice');
    expect(found([caller, caller], tablesOf(journal.slice(0, 3)), { today: late })).toMatch('as new to 2');
  });

  test('one event under two numbers', () => {
    const other = 'claim/PKS-CLAIMS.2028.2';
    const tables = new Map([
      [SUBJECT, tablesOf(BEFORE.slice(0, 1))],
      [other, tablesOf(BEFORE.slice(0, 1))],
    ]);
    expect(found([], tablesOf([]), { tables, after: 1 })).toMatch('under two numbers');
  });

  test('an act before its day', () => {
    const ends = addDays(addMonths(ON, 60), 1);
    const lapsed = recorded(3, 'claim-lapsed', { origin: 'system', actor: 'system', key: 'L', on: ends });
    const caller = asks('lapse', 'system', 'L', { kind: 'step', value: { step: 'done' } });
    expect(found([caller], tablesOf([...BEFORE, lapsed]))).toMatch('came too early');
  });
});
