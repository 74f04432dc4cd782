import {
  decreeBeneficiariesUpdate,
  ENROL_WORKERS,
  type EnrolmentActivities,
  type EnrolmentBulkActivities,
  type EnrolWorkers,
  enrolmentWorkflowId,
  type RosterJudged,
  submitRosterUpdate,
} from '@kerjasama/enrolment/contract';
import { type ActTicket, type SignedAct } from '@kerjasama/identity/act-ticket';
import { agreementId, type CycleRef } from '@kerjasama/kernel/ids';
import { cycleYear, firstDayOf, nextPeriod, periodOf } from '@kerjasama/kernel/period';
import { addDays, startInJakarta, yearOf } from '@kerjasama/kernel/plain-date';
import { accept, refuse } from '@kerjasama/kernel/refusal';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../test/support/eventually';
import { startStageStand } from '../../test/support/stage-stand';
import { startBulkWorker, type TemporalStand } from '../../test/support/temporal-stand';

/* While an act is recorded, all updates that arrive meanwhile are delivered together, in the next workflow task. */

jest.setTimeout(60_000);

/** What is left of the last day when a test of the deadline begins: enough to start and to send on a busy machine. */
const SECONDS_LEFT = 6;
const ROOT = '0'.repeat(64);
const UNKNOWN = refuse('ROSTER_UNKNOWN', { id: '-', en: '-' }, { id: '-', en: '-' });

let stand: TemporalStand;
let stopBulk: () => Promise<void>;
/** What is recorded and judged, in the order in which it begins and ends. */
let log: string[];
/** Holds the act whose key is `held`, which is then refused and so changes no status. */
let act: Gate;
let judging: Gate;

interface Gate {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function gate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

const activities: EnrolmentActivities = {
  recordSubmittedRoster: async (_place, submission, { ticket, input }) => {
    if (ticket.key === 'held') {
      await act.opened;
      return UNKNOWN;
    }
    log.push(`submission ${submission} begins`);
    await pause(100);
    log.push(`submission ${submission} ends`);
    return accept({ submission, sha256: input.sha256 });
  },
  recordDecree: (_place, enrolled) => {
    log.push('decreed');
    return Promise.resolve(accept({ enrolled, rosterRoot: ROOT, decree: 'SK-1' }));
  },
  recordLapsedEnrolment: () => {
    log.push('lapsed');
    return Promise.resolve();
  },
};

const bulkActivities: EnrolmentBulkActivities = {
  judgeRoster: async (_place, { submission }) => {
    log.push(`submission ${submission} is judged`);
    await judging.opened;
    const counts = { rows: 10, accepted: 10, rejected: 0, unchanged: 0, enrolled: 10 };
    const judged: RosterJudged = { submission, ...counts, byReason: {}, rosterRoot: ROOT };
    return judged;
  },
};

beforeAll(async () => {
  stand = await startStageStand('enrolment/enrol-workers', '12-10', { ...activities });
  stopBulk = await startBulkWorker(stand, { ...bulkActivities });
});

beforeEach(() => {
  [log, act, judging] = [[], gate(), gate()];
});

afterAll(async () => {
  await stopBulk();
  await stand.stop();
});

/** An enrolment whose last day for the decree is so many days from today. */
async function startEnrolment(name: string, days: number) {
  const today = await stand.clock.today();
  const firstMonth = nextPeriod(periodOf(today), 2);
  const cycle: CycleRef = { agreement: agreementId(name), year: cycleYear(yearOf(firstDayOf(firstMonth))) };
  const coverage = { firstMonth, months: 1 };
  return stand.client.workflow.start<EnrolWorkers>(ENROL_WORKERS, {
    taskQueue: 'acts',
    workflowTaskTimeout: '1 second',
    workflowId: enrolmentWorkflowId(cycle),
    args: [{ cycle, workers: 10, coverage, decreeBy: addDays(today, days) }],
  });
}

type Enrolment = Awaited<ReturnType<typeof startEnrolment>>;

function signed<Input>(command: ActTicket['act'], key: string, input: Input): SignedAct<Input> {
  const ticket: ActTicket = {
    ...{ v: 1, act: command, workflow: 'enrolment', subject: key, agency: 'kemensos', role: 'maker', key },
    ...{ bodyHash: '00', issuedAt: '2027-11-20T00:00:00Z', signature: 'test' },
  };
  return { ticket, input };
}

const submit = (enrolment: Enrolment, key: string) =>
  enrolment.executeUpdate(submitRosterUpdate, {
    args: [signed('submit-roster', key, { sha256: ROOT })],
    updateId: key,
  });

const decree = (enrolment: Enrolment) =>
  enrolment.executeUpdate(decreeBeneficiariesUpdate, {
    args: [signed('decree-beneficiaries', 'decree', { number: 'SK-1', rosterRoot: ROOT, workers: 10 })],
    updateId: 'decree',
  });

const logged = (line: string) => eventually(() => Promise.resolve(log.includes(line) || undefined));

/** Two officers submit in the same workflow task: while another act is held. */
async function submitTogether(enrolment: Enrolment): Promise<Promise<unknown>[]> {
  const held = submit(enrolment, 'held');
  await pause(500);
  const both = [submit(enrolment, 'a'), submit(enrolment, 'b')];
  await pause(500);
  act.open();
  expect(await held).toEqual(UNKNOWN);
  return both;
}

test('of two rosters that are submitted in the same moment, the second waits until the first is judged', async () => {
  const enrolment = await startEnrolment('PKS-TOGETHER', 30);
  const both = await submitTogether(enrolment);
  await logged('submission 1 is judged');
  await pause(500);
  expect(log).toEqual(['submission 1 begins', 'submission 1 ends', 'submission 1 is judged']);
  judging.open();
  await Promise.all(both);
  await logged('submission 2 is judged');
  expect(log.slice(3)).toEqual(['submission 2 begins', 'submission 2 ends', 'submission 2 is judged']);
  await enrolment.terminate();
});

/** Puts business time some seconds before the end of its day. @returns what waits until that day is over */
async function lateInTheDay(): Promise<() => Promise<void>> {
  const today = await stand.clock.today();
  const midnight = startInJakarta(addDays(today, 1)).getTime();
  const ahead = midnight - SECONDS_LEFT * 1_000 - (await stand.clock.now()).getTime();
  await stand.raiseOffset((await stand.clock.offsetMs()) + ahead);
  return async () => {
    while ((await stand.clock.today()) === today) await pause(100);
    await pause(2_000); // the workflow has seen it, too: it takes up its task again every second
  };
}

test('a decree that comes on the last day, while a roster is judged past it, still counts', async () => {
  const dayIsOver = await lateInTheDay();
  const enrolment = await startEnrolment('PKS-LAST-DAY', 0);
  await submit(enrolment, 'a');
  await logged('submission 1 is judged');
  const decreed = decree(enrolment);
  await dayIsOver();
  judging.open();
  expect(await decreed).toMatchObject({ value: { decree: 'SK-1' } });
  expect(await enrolment.result()).toMatchObject({ outcome: 'decreed' });
});

test('an act behind one that is recorded past the last day is taken before the deadline passes', async () => {
  const dayIsOver = await lateInTheDay();
  const enrolment = await startEnrolment('PKS-BEHIND', 0);
  const held = submit(enrolment, 'held');
  await dayIsOver();
  const behind = submit(enrolment, 'behind');
  await pause(2_000);
  act.open();
  judging.open();
  expect(await held).toEqual(UNKNOWN);
  expect(await behind).toMatchObject({ value: { submission: 1 } });
  expect(await enrolment.result()).toMatchObject({ outcome: 'lapsed' });
  expect(log).toEqual(['submission 1 begins', 'submission 1 ends', 'submission 1 is judged', 'lapsed']);
});
