import { expectedPoints, missingPoints, shows } from './expected-histories';
import { readHistories, type RecordedHistory } from './record';

interface Completed {
  readonly workflowExecutionCompletedEventAttributes?: {
    readonly result: { readonly payloads: readonly { readonly data: string }[] };
  };
}

/** The name without its release, e.g. `budget-closed-lapsed-from-open`. */
const pointOf = ({ name }: RecordedHistory) => name.replace(/^[^/]+\//, '');

/** The outcome that the history's last event tells; none while the workflow waits. */
function outcomeIn({ history }: RecordedHistory): string | undefined {
  const last = (history as { readonly events: readonly Completed[] }).events.at(-1);
  const data = last?.workflowExecutionCompletedEventAttributes?.result.payloads[0]?.data;
  if (data === undefined) return undefined;
  return (JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as { readonly outcome: string }).outcome;
}

test('every wait for a person, every way to close and every end by neglect has its history', async () => {
  expect(missingPoints((await readHistories()).map(pointOf))).toEqual([]);
});

test('a history ends as its name says', async () => {
  const histories = await readHistories();
  const wrong = histories.filter((each) => {
    const [kind = '', state = ''] = pointOf(each).split('-');
    const outcome = outcomeIn(each);
    if (outcome === undefined) return state !== 'waits';
    return !shows(pointOf(each), `${kind}-closed-${outcome}`);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test.each(expectedPoints())('%s is missed when its histories are gone', async (point) => {
  const names = (await readHistories()).map(pointOf);
  expect(missingPoints(names.filter((name) => !shows(name, point)))).toContain(point);
});

test('a workflow that waits overdue does not stand for one that waits in time', () => {
  expect(shows('premium-waits-billed-overdue', 'premium-waits-billed')).toBe(false);
  expect(shows('budget-closed-lapsed-from-short', 'budget-closed-lapsed')).toBe(true);
});
