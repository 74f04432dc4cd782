import { type PlainDate, plainDate } from '@kerjasama/kernel/plain-date';
import { playTogether, type Story } from './shared-clock';

const MONDAY = plainDate('2028-01-03');
const TUESDAY = plainDate('2028-01-04');
const FRIDAY = plainDate('2028-01-07');

const told = () => {
  const lines: string[] = [];
  const letTimePass = (day: string) => {
    lines.push(`day ${day}`);
    return Promise.resolve();
  };
  const story =
    (name: string, ...days: readonly PlainDate[]): Story =>
    async (moveTo) => {
      for (const day of days) {
        await moveTo(day);
        lines.push(`${name} acts`);
      }
    };
  return { lines, letTimePass, story };
};

test('stories that wait for different days see time pass in its order, each day once', async () => {
  const { lines, letTimePass, story } = told();
  await playTogether([story('late', MONDAY, FRIDAY), story('early', MONDAY, TUESDAY)], letTimePass);
  expect(lines).toEqual([
    `day ${MONDAY}`,
    'late acts',
    'early acts',
    `day ${TUESDAY}`,
    'early acts',
    `day ${FRIDAY}`,
    'late acts',
  ]);
});

test('a story that fails does not stop the others, and is named at the end', async () => {
  const { lines, letTimePass, story } = told();
  const fails: Story = async (moveTo) => {
    await moveTo(MONDAY);
    throw new Error('refused');
  };
  await expect(playTogether([fails, story('other', TUESDAY)], letTimePass)).rejects.toMatchObject({
    errors: [new Error('refused')],
  });
  expect(lines).toContain('other acts');
});

test('time that does not pass fails every story that waits for it', async () => {
  const { story } = told();
  const stuck = () => Promise.reject(new Error('stuck'));
  await expect(playTogether([story('one', MONDAY), story('two', FRIDAY)], stuck)).rejects.toMatchObject({
    errors: [new Error('stuck'), new Error('stuck')],
  });
});
