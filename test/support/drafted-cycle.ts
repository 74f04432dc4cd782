import { createHash } from 'node:crypto';
import { agreementId } from '@kerjasama/kernel/ids';
import { yearOf } from '@kerjasama/kernel/plain-date';
import { askApi, type RawAnswer, type RawRequest } from './ask-api';
import { type DatabasePrint, printDatabase } from './database-print';
import { type StackUnderTest } from './stack-under-test';

/** Hex SHA-256 of the text of the agreement below. */
export const TEXT_SHA256 = createHash('sha256').update('naskah').digest('hex');

/** A year that the ministry's maker has drafted and nobody has accepted yet: where acts and attempts begin. */
export interface DraftedCycle {
  readonly agreement: string;
  readonly year: number;
  /** The address of its agreement's acts. */
  readonly document: string;
  /** The body that drafted it; `terms` changes some. */
  draft(terms?: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** As the ministry's maker, unless a token says otherwise. */
  send(path: string, request: RawRequest): Promise<RawAnswer>;
}

/** Drafted under the key `draft`. */
export async function draftCycle(house: StackUnderTest, name: string, token?: string): Promise<DraftedCycle> {
  const year = yearOf(await house.clock.today()) + 1;
  const agreement = agreementId(`PKS-${name}-${year}`);
  const maker = token ?? (await house.stack.token('kemensos-maker'));
  const send: DraftedCycle['send'] = (path, request) => askApi(house, path, { token: maker, ...request });
  const draft: DraftedCycle['draft'] = (terms = {}) => ({
    agreement,
    year,
    terms: { workers: 10, firstMonth: `${year}-01`, months: 12, fiscalYear: year, ceiling: '2016000', ...terms },
    textSha256: TEXT_SHA256,
  });
  const drafted = await send('/cycles', { key: 'draft', body: draft() });
  expect(drafted).toMatchObject({ status: 200, body: { document: 0, status: 'drafted' } });
  return { agreement, year, document: `/cycles/${agreement}/${year}/documents/0`, draft, send };
}

export interface ExpectedRefusal {
  readonly status: number;
  readonly code: string;
}

/**
 * The attempt is refused as problem+json, with a remedy, Indonesian by default and English on request; and of what
 * `kept` looks at, nothing has changed.
 */
export async function expectRefused(
  house: StackUnderTest,
  attempt: (language?: string) => Promise<RawAnswer>,
  { status, code }: ExpectedRefusal,
  kept: (print: DatabasePrint) => DatabasePrint = (all) => all,
): Promise<RawAnswer> {
  const print = async () => kept(await printDatabase(house.database('superuser')));
  const before = await print();
  const indonesian = await attempt();
  const english = await attempt('en-GB,en;q=0.9,id;q=0.1');
  for (const answer of [indonesian, english]) {
    expect(answer).toMatchObject({ status, contentType: 'application/problem+json', body: { status, code } });
    expect(answer.body['remedy']).toMatch(/\w/);
  }
  expect(indonesian.body['remedy']).not.toBe(english.body['remedy']);
  expect(indonesian.body['detail']).not.toBe(english.body['detail']);
  expect(await print()).toEqual(before);
  return indonesian;
}
