import { randomUUID } from 'node:crypto';
import { SimulatedBank } from '@kerjasama/agencies/simulated-bank';
import { type ClaimPlace, claimWorkflowId, type DecideClaim, type ReportClaim } from '@kerjasama/claims/contract';
import { findClaim, getClaim, getClaimTotals, listClaims } from '@kerjasama/claims/views';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { createJournal } from '@kerjasama/journal/record';
import { agreementId, claimId, type MemberId, memberId } from '@kerjasama/kernel/ids';
import { cycleYear } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { accept } from '@kerjasama/kernel/refusal';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { type FreshDatabase, freshDatabase } from '../../../test/support/fresh-database';
import { ActRecorder } from '../act-recorder';
import { ClaimRecords } from './claim.activities';

jest.setTimeout(60_000);

const CYCLE = { agreement: agreementId('PKS-CLAIMS'), year: cycleYear(2028) };
const EVENT = plainDate('2028-06-01');
const GRANT: DecideClaim = { decision: 'grant', ground: null };

let database: FreshDatabase;
let records: ClaimRecords;

beforeAll(async () => {
  database = await freshDatabase();
  const worker = database.pool('worker');
  // Signatures are tried in libs/identity: here every ticket is believed.
  records = new ClaimRecords(
    new ActRecorder(createJournal(worker), ({ ticket }) => accept(ticket)),
    worker,
    new SimulatedBank(),
  );
  await database.pool('superuser').query(`
    insert into enrolment.submission values ('PKS-CLAIMS', 2028, 1, repeat('a', 64), 'maker', '2027-12-01');
    insert into enrolment.judgement
    values ('PKS-CLAIMS', 2028, 1, 9, 9, 0, 0, '{}', 9, decode(repeat('00', 32), 'hex'), '2028-01-01', 11);
    insert into enrolment.decree
      (agreement, year, number, enrolled, roster_root, submitted_by, decreed_by, decreed_on)
    values ('PKS-CLAIMS', 2028, 'SK-1', 9, decode(repeat('00', 32), 'hex'), '{maker}', 'checker', '2027-12-10');
  `);
});

afterAll(() => database.drop());

let lines = 1;
async function enrol(): Promise<MemberId> {
  const member = randomUUID();
  await database.pool('superuser').query(
    `insert into enrolment.member
       (member, agreement, year, submission, line, nik_digest, row_digest, sealed, born_year, sex, job, region, reviews)
     values ($1::uuid, 'PKS-CLAIMS', 2028, 1, $2::integer, sha256($1::text::bytea), sha256($1::text::bytea), '\\x00', 1980,
             'P', 'pedagang', '3273', '{}')`,
    [member, (lines += 1)],
  );
  return memberId(member);
}

function placeOf(reference: string, on = '2028-06-10'): ClaimPlace {
  const claim = claimId(`PKS-CLAIMS.2028.${reference}`);
  return { cycle: CYCLE, claim, workflow: claimWorkflowId(claim), on: plainDate(on) };
}

let keys = 0;
function signed<Input>(act: string, subject: string, input: Input): SignedAct<Input> {
  const ticket: ActTicket = {
    ...{ v: 1, act, workflow: 'claim', subject, agency: 'bpjs-tk', role: 'claims-officer', key: `key-${(keys += 1)}` },
    ...{ bodyHash: '00', issuedAt: '2028-01-01T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
}

function report(place: ClaimPlace, member: MemberId, change: Partial<ReportClaim> = {}) {
  const input: ReportClaim = {
    ...{ claim: place.claim, member, kind: 'death', eventOn: EVENT, unableToWork: null },
    ...change,
  };
  return records.recordReportedClaim(place, signed('report-claim', 'officer', input));
}

const decide = (place: ClaimPlace, input: DecideClaim = GRANT) =>
  records.recordDecidedClaim(place, signed('decide-claim', 'officer', input));
const approve = (place: ClaimPlace, amount: number, by = 'approver') =>
  records.recordApprovedClaim(place, signed('approve-claim', by, { amount: rupiah(amount) }));
const refusedWith = (type: string): unknown => expect.objectContaining({ type });

test('a death after five months of cover is granted by law, approved by other eyes and paid once', async () => {
  const place = placeOf('paid');
  expect(await report(place, await enrol())).toMatchObject({ value: { status: 'reported', decideBy: '2028-07-10' } });
  expect(await decide(place)).toMatchObject({ value: { status: 'granted', amount: 42_000_000 } });
  await expect(approve(place, 41_999_999)).rejects.toEqual(refusedWith('SUM_DIFFERS'));
  await expect(approve(place, 42_000_000, 'officer')).rejects.toEqual(refusedWith('FOUR_EYES'));
  await approve(place, 42_000_000);
  const paid = await records.payClaim(place);
  expect(await records.payClaim(place)).toEqual(paid);
  const claim = await getClaim(database.pool('api'), place.claim);
  expect(claim).toMatchObject({ status: 'paid', amount: 42_000_000, paid: { reference: paid.reference } });
  expect(claim.trace).toMatchObject({ calculation: 'jkm_death', version: claim.regulationVersion });
});

test('a refusal rests on a ground that fits its kind of claim', async () => {
  const place = placeOf('refused');
  await report(place, await enrol());
  await expect(decide(place, { decision: 'refuse', ground: 'NO_EXTERNAL_INJURY' })).rejects.toEqual(
    refusedWith('GROUND_DOES_NOT_FIT'),
  );
  expect(await decide(place, { decision: 'refuse', ground: 'DEATH_NOT_CERTIFIED' })).toMatchObject({
    value: { status: 'refused', amount: 0, payBy: null },
  });
});

test.each([
  ['of nobody in the roster', 'MEMBER_UNKNOWN', {}, false],
  ['of an event before cover', 'NOT_COVERED_ON_EVENT_DATE', { eventOn: plainDate('2027-12-31') }, true],
  ['of an event still to come', 'EVENT_AFTER_REPORT', { eventOn: plainDate('2028-06-11') }, true],
  ['of an accident without its time unable to work', 'INCAPACITY_DOES_NOT_FIT', { kind: 'work-accident' }, true],
] as const)('a report %s leaves no claim but a refused act', async (_, code, change, enrolled) => {
  const place = placeOf(code.replaceAll('_', '-'));
  const member = enrolled ? await enrol() : memberId(randomUUID());
  expect(await report(place, member, change)).toMatchObject({ refused: true, code });
  expect(await findClaim(database.pool('api'), place.claim)).toBeNull();
  const { rows } = await database
    .pool('auditor')
    .query(`select payload ->> 'code' as code from journal.acts where act = 'act-refused' and workflow = $1::text`, [
      place.workflow,
    ]);
  expect(rows).toEqual([{ code }]);
});

test('a report after the right has run out is time-barred', async () => {
  const refusal = await report(placeOf('barred', '2033-06-02'), await enrol());
  expect(refusal).toMatchObject({ code: 'CLAIM_TIME_BARRED' });
});

test('a death is claimed once, of two reports at the same moment too; after a refusal the heirs may claim again', async () => {
  const member = await enrol();
  const places = [placeOf('twice-1'), placeOf('twice-2')] as const;
  const outcomes = await Promise.all(places.map((place) => report(place, member)));
  expect(outcomes.map((outcome) => (outcome.refused ? outcome.code : 'accepted')).sort()).toEqual([
    'DEATH_ALREADY_CLAIMED',
    'accepted',
  ]);
  const accepted = outcomes[0]?.refused ? places[1] : places[0];
  await decide(accepted, { decision: 'refuse', ground: 'DOCUMENTS_FALSE' });
  expect(await report(placeOf('twice-3'), member)).toMatchObject({ refused: false });
});

test('a number that stands already is refused', async () => {
  const place = placeOf('number');
  await report(place, await enrol());
  expect(await report(place, await enrol())).toMatchObject({ code: 'CLAIM_EXISTS' });
});

test('an accident is paid by the days unable to work; overdue and lapse are marked once', async () => {
  const place = placeOf('accident');
  await report(place, await enrol(), { kind: 'work-accident', unableToWork: { months: 1, days: 10 } });
  await records.recordOverdueClaim(place, 'reported', plainDate('2028-07-10'));
  await records.recordOverdueClaim(place, 'reported', plainDate('2028-07-10'));
  expect(await decide(place)).toMatchObject({ value: { amount: 1_333_333 } });
  await records.recordLapsedClaim(place, 'granted');
  expect(await getClaim(database.pool('api'), place.claim)).toMatchObject({
    status: 'lapsed',
    overdue: { decision: '2028-06-10', payment: null },
  });
});

test('the schema itself refuses one pair of eyes, and nobody who runs the house changes what was reported', async () => {
  const place = placeOf('schema');
  await report(place, await enrol());
  await decide(place);
  const forced = database
    .pool('superuser')
    .query(
      `update claims.claim set status = 'approved', approved_by = decided_by, approved_on = decided_on where claim = $1::text`,
      [place.claim],
    );
  await expect(forced).rejects.toMatchObject({ constraint: 'claim_four_eyes' });
  const moved = database.pool('worker').query(`update claims.claim set event_on = '2028-01-01'`);
  await expect(moved).rejects.toMatchObject({ code: '42501' });
});

test('pages follow one another by number, and the totals account for every claim', async () => {
  const api = database.pool('api');
  const all = await listClaims(api, CYCLE, { status: null, after: null, limit: 1000 });
  const first = await listClaims(api, CYCLE, { status: null, after: null, limit: 2 });
  const rest = await listClaims(api, CYCLE, { status: null, after: first[1]?.claim ?? null, limit: 1000 });
  expect([...first, ...rest]).toEqual(all);
  const { reported, paid, refused, lapsed, open, amount } = await getClaimTotals(api, CYCLE);
  expect(reported).toBe(all.length);
  expect(paid + refused + lapsed + open).toBe(reported);
  expect({ paid, amount }).toEqual({ paid: 1, amount: 42_000_000 });
  expect(await listClaims(api, CYCLE, { status: 'paid', after: null, limit: 10 })).toHaveLength(1);
});
