import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { computeLines } from './compute-lines';
import { type InputLine, splitLines } from './split-lines';

const request = (id: number): string =>
  `{"id":${id},"kind":"contribution","input":{"date":"2024-01-01","income":1,"payer":"APBN","sector":"OTHER"}}`;

async function split(chunks: readonly (string | Uint8Array)[], longest?: number): Promise<InputLine[]> {
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  const lines: InputLine[] = [];
  for await (const completed of splitLines(Readable.from(bytes), longest)) lines.push(...completed);
  return lines;
}

describe('splitting the input into lines', () => {
  it.each<[string[], string[]]>([
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [
      ['a', 'b\n', '\nc'],
      ['ab', '', 'c'],
    ],
    [[], []],
    [['\n'], ['']],
  ])('%j are the lines %j', async (chunks, lines) => {
    expect(await split(chunks)).toEqual(lines.map((text) => ({ text })));
  });

  it('puts letters together that were cut between two chunks', async () => {
    const bytes = Buffer.from('é\n');
    expect(await split([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual([{ text: 'é' }]);
  });

  it('gives up a line that is too long, holds none of it, and goes on with the next', async () => {
    expect(await split(['abc', 'def', 'g\nhi\n'], 3)).toEqual([{ tooLong: true }, { text: 'hi' }]);
    expect(await split(['abcd\nabc\nabcde'], 3)).toEqual([{ tooLong: true }, { text: 'abc' }, { tooLong: true }]);
    expect(await split(['abcd', 'e'], 3)).toEqual([{ tooLong: true }]);
  });
});

async function compute(lines: Iterable<string>): Promise<{ answer: { code?: string }; id: unknown }[]> {
  const output = new PassThrough();
  const chunks: string[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  await computeLines(
    Readable.from(lines, { objectMode: true }).map((line: string) => Buffer.from(`${line}\n`)),
    output,
    {},
  );
  const answers = chunks.join('').trimEnd().split('\n');
  return answers.map((answer) => JSON.parse(answer) as { answer: { code?: string }; id: unknown });
}

describe('computing a portfolio', () => {
  it('answers every line in its order, and a broken line does not stop the lines after it', async () => {
    const answers = await compute([request(1), '{broken', request(2), '', request(3)]);
    expect(answers.map(({ id }) => id)).toEqual([1, null, 2, null, 3]);
    expect(answers.map(({ answer }) => answer.code)).toEqual([undefined, 'BAD_JSON', undefined, 'BAD_JSON', undefined]);
  });

  it('answers a request before the next one comes', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const done = computeLines(input, output, {});
    for (const id of [1, 2]) {
      input.write(`${request(id)}\n`);
      const [answer] = (await once(output, 'data')) as [Buffer];
      expect(JSON.parse(answer.toString())).toMatchObject({ id });
    }
    input.end();
    await done;
  });

  it.each(['9007199254740993', '12345678901234567890123', '-1e400', '1.5'])('gives the id %s back', async (id) => {
    const output = new PassThrough();
    await computeLines(Readable.from([Buffer.from(request(1).replace('"id":1', `"id": ${id}`))]), output, {});
    output.end();
    expect((await text(output)).slice(0, 60)).toContain(`{"id":${id},"answer":{"band":1,`);
  });

  it('gives the last of two ids back, as JSON reads it', async () => {
    const [answer] = await compute([request(1).replace('"id":1', '"id":1.5,"id":"a,b"')]);
    expect(answer).toMatchObject({ id: 'a,b' });
  });

  it('goes on after an id that is nested too deep to be written', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answers = await compute([`{"id":${deep},"kind":"nik","input":{}}`, request(2)]);
    expect(answers.map(({ id, answer }) => [id, answer.code])).toEqual([
      [null, expect.stringMatching('BAD_ID|BAD_JSON') as string],
      [2, undefined],
    ]);
  });

  it('refuses a line that is longer than may be held', async () => {
    const answers = await compute([`"${'x'.repeat(1_048_577)}"`, request(2)]);
    expect(answers.map(({ id, answer }) => [id, answer.code])).toEqual([
      [null, 'BAD_LINE'],
      [2, undefined],
    ]);
  });

  it('waits for a slow reader instead of holding the answers', async () => {
    let held = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        held += chunk.length;
        most = Math.max(most, held);
        setImmediate(() => {
          held -= chunk.length;
          done();
        });
      },
    });
    const lines = Array.from({ length: 2_000 }, (_, id) => Buffer.from(`${request(id)}\n`));
    await computeLines(Readable.from(lines), slow, {});
    expect(most).toBeLessThan(200_000);
  });

  it('ends quietly when the reader goes away, and loudly on any other failure', async () => {
    const broken = (code: string): Writable =>
      new Writable({
        write(_, __, done) {
          done(Object.assign(new Error(code), { code }));
        },
      });
    const lines = (): Readable =>
      Readable.from(Array.from({ length: 500 }, (_, id) => Buffer.from(`${request(id)}\n`)));
    await expect(computeLines(lines(), broken('EPIPE'), {})).resolves.toBeUndefined();
    await expect(computeLines(lines(), broken('ENOSPC'), {})).rejects.toThrow('ENOSPC');
  });
});
