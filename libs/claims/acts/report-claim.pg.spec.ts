import { decideClaim } from '@kerjasama/claims/acts/decide-claim';
import { reportClaim } from '@kerjasama/claims/acts/report-claim';
import { withdrawClaim } from '@kerjasama/claims/acts/withdraw';
import { addDays } from '@kerjasama/kernel/plain-date';
import { findClaim } from '@kerjasama/claims/views';
import {
  BEGINS,
  ClaimsYear,
  EVENT,
  OFFICER,
  codeOf,
  type ReportBody,
  dayOfYear,
} from '../../../test/support/claims-year';

jest.setTimeout(60_000);

const ACCIDENT: Partial<ReportBody> = { kind: 'work-accident', unableToWork: { months: 0, days: 10 } };
const REASON = 'Tanggal peristiwa keliru.';

let year: ClaimsYear;

beforeAll(async () => {
  year = await ClaimsYear.open();
});

afterAll(() => year.close());

let refusals = 0;

test.each<[string, string, Partial<ReportBody>]>([
  ['of nobody in the roster', 'MEMBER_UNKNOWN', { nik: '3273011407859999' as ReportBody['nik'] }],
  ['of an event before cover', 'NOT_COVERED_ON_EVENT_DATE', { eventOn: addDays(dayOfYear(1, 1), -1) }],
  ['of an event still to come', 'EVENT_AFTER_REPORT', { eventOn: addDays(BEGINS, 1) }],
  ['of an accident without its time unable to work', 'INCAPACITY_DOES_NOT_FIT', { kind: 'work-accident' }],
  [
    'of incapacity that has not passed (C1: 1,200 months for an accident five days old)',
    'INCAPACITY_TO_COME',
    { kind: 'work-accident', eventOn: addDays(BEGINS, -5), unableToWork: { months: 1200, days: 0 } },
  ],
  [
    'of one day more than has passed',
    'INCAPACITY_TO_COME',
    { kind: 'work-accident', eventOn: addDays(BEGINS, -5), unableToWork: { months: 0, days: 7 } },
  ],
])('a report %s leaves no claim but a refused act', async (_, code, change) => {
  const claim = year.idOf(`refused-${(refusals += 1)}`);
  const body = await year.reportBody(claim.split('.')[2] ?? '', change);
  expect(codeOf(await year.act(reportClaim, OFFICER, claim, body))).toBe(code);
  expect(await findClaim(year.deps.pool, claim)).toBeNull();
  expect(await year.actsOf(claim)).toMatchObject([{ act: 'act-refused', payload: { code } }]);
});

test('incapacity up to the day of the report is accepted', async () => {
  const change = { ...ACCIDENT, eventOn: addDays(BEGINS, -5), unableToWork: { months: 0, days: 6 } };
  expect(await year.report('until-today', change)).toMatchObject({ status: 'reported' });
});

describe('one event is paid once', () => {
  test('the same accident under a second reference (C2), in the same agreement or another', async () => {
    const nik = await year.enrol();
    await year.report('accident-1', { ...ACCIDENT, nik });
    const again = await year.reportBody('accident-2', { ...ACCIDENT, nik });
    expect(await year.act(reportClaim, OFFICER, year.idOf('accident-2'), again)).toMatchObject({
      code: 'EVENT_ALREADY_CLAIMED',
      details: { claim: year.idOf('accident-1') },
    });
    const other = await year.decree('PKS-OTHER');
    await year.enrol('PKS-OTHER', nik);
    const abroad = year.idOf('accident-3', other);
    expect(codeOf(await year.act(reportClaim, OFFICER, abroad, { ...again, reference: 'accident-3' }))).toBe(
      'EVENT_ALREADY_CLAIMED',
    );
  });

  test('an accident within the time unable to work of another one; the day after it is another event', async () => {
    const nik = await year.enrol();
    await year.report('overlap-1', { ...ACCIDENT, nik });
    const within = { ...ACCIDENT, nik, eventOn: addDays(EVENT, 9), unableToWork: { months: 0, days: 1 } };
    const body = await year.reportBody('overlap-2', within);
    expect(codeOf(await year.act(reportClaim, OFFICER, year.idOf('overlap-2'), body))).toBe('EVENT_ALREADY_CLAIMED');
    await year.report('overlap-3', { ...within, eventOn: addDays(EVENT, 10) });
  });

  test('a work accident three days after the death (C3), and incapacity beyond it', async () => {
    const nik = await year.enrol();
    await year.report('death', { nik });
    const after = await year.reportBody('after-death', { ...ACCIDENT, nik, eventOn: addDays(EVENT, 3) });
    expect(codeOf(await year.act(reportClaim, OFFICER, year.idOf('after-death'), after))).toBe('AFTER_DEATH');
    const beyond = { ...after, eventOn: addDays(EVENT, -3), unableToWork: { months: 0, days: 5 } };
    expect(codeOf(await year.act(reportClaim, OFFICER, year.idOf('beyond'), { ...beyond, reference: 'beyond' }))).toBe(
      'AFTER_DEATH',
    );
    const before = { ...beyond, reference: 'before', unableToWork: { months: 0, days: 4 } };
    expect(codeOf(await year.act(reportClaim, OFFICER, year.idOf('before'), before))).toBe('accepted');
  });

  test('a death of the same person in another agreement (B4); after a refusal the heirs may claim again', async () => {
    const nik = await year.enrol();
    const first = await year.report('death-1', { nik });
    const other = await year.decree('PKS-DEATH');
    await year.enrol('PKS-DEATH', nik);
    const body = await year.reportBody('death-2', { nik });
    const report = () => year.act(reportClaim, OFFICER, year.idOf('death-2', other), body);
    expect(codeOf(await report())).toBe('DEATH_ALREADY_CLAIMED');
    const refusal = { version: first.version, decision: 'refuse', ground: 'DOCUMENTS_FALSE' } as const;
    await year.act(decideClaim, OFFICER, year.idOf('death-1'), refusal);
    expect(codeOf(await report())).toBe('accepted');
  });

  test('two reports of one death in the same moment: one is accepted, the other reads which', async () => {
    const nik = await year.enrol();
    const bodies = await Promise.all(['twin-1', 'twin-2'].map((reference) => year.reportBody(reference, { nik })));
    const outcomes = await Promise.all(
      bodies.map((body) => year.act(reportClaim, OFFICER, year.idOf(body.reference), body)),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['DEATH_ALREADY_CLAIMED', 'accepted']);
  });

  test('a death reported before an accident was granted stops the grant, and the approval of an earlier one', async () => {
    const nik = await year.enrol();
    const accident = { ...ACCIDENT, nik, eventOn: addDays(EVENT, 2) };
    const reported = await year.report('late-1', accident);
    const death = await year.reportBody('late-2', { nik });
    const claimed = await year.act(reportClaim, OFFICER, year.idOf('late-2'), death);
    expect(claimed).toMatchObject({ code: 'CLAIMED_AFTER_DEATH', details: { claim: year.idOf('late-1') } });
    await year.act(withdrawClaim, OFFICER, year.idOf('late-1'), { version: reported.version, reason: REASON });
    await year.report('late-2', { nik });
  });

  test('a payment that was made does not keep the heirs from theirs', async () => {
    const nik = await year.enrol();
    const { claim, answer } = await year.granted('sent-1', { ...ACCIDENT, nik });
    await year.approve(claim, answer);
    await year.report('sent-2', { nik, eventOn: addDays(EVENT, 2) });
  });
});
