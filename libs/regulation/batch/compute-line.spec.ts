import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { computeLine, KIND_NAMES } from './compute-line';

interface Example {
  readonly kind: string;
  readonly input: unknown;
  readonly answer: unknown;
}

const examples = readFileSync(join(__dirname, 'interface-examples.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

describe('the batch interface', () => {
  it.each(examples)('answers the example of $kind as the page prints it', ({ kind, input, answer }) => {
    const answered = computeLine(JSON.stringify({ id: 7, kind, input }));
    expect(answered.id).toBe(7);
    expect(JSON.stringify(answered.answer)).toBe(JSON.stringify(answer));
  });

  it('has an example of every kind', () => {
    expect(examples.map(({ kind }) => kind).sort()).toEqual(KIND_NAMES);
  });
});
