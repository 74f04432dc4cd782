import { type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';

import { unknownName } from '../faults';
import { type Settings } from '../readings/register';
import { BENEFIT_KINDS } from './benefit-kinds';
import { isRecord, type JsonRecord, snakeCase } from './fields';
import { type Kind } from './kind';
import { OTHER_KINDS } from './other-kinds';

const KINDS: ReadonlyMap<string, Kind> = new Map(Object.entries({ ...OTHER_KINDS, ...BENEFIT_KINDS }));

/** The names of all kinds of calculation. */
export const KIND_NAMES: readonly string[] = [...KINDS.keys()].sort();

/** What one line is answered: `answer` by the interface page, `trace` the calculation's own, or null where none began. */
export interface Answered {
  readonly id: unknown;
  readonly answer: JsonRecord;
  readonly trace: unknown;
}

/** Answers one JSON line `{"id", "kind", "input"}`. Nothing a line holds can throw: a broken one is refused. */
export function computeLine(line: string, settings: Settings = {}): Answered {
  const request = parseJson(line);
  if (request === undefined) return refusedLine(null, unreadable());
  if (!isRecord(request)) return refusedLine(null, notAnObject('BAD_LINE', 'line'));
  return compute(request, settings);
}

function compute(request: JsonRecord, settings: Settings): Answered {
  const id = Object.hasOwn(request, 'id') ? request['id'] : null;
  const { kind: name, input } = request;
  const kind = typeof name === 'string' ? KINDS.get(name) : undefined;
  if (kind === undefined) return refusedLine(id, unknownName('kind', 'kind', KIND_NAMES));
  if (!isRecord(input)) return refusedLine(id, notAnObject('BAD_INPUT', 'input'));
  return answered(id, kind(input, settings));
}

/** A line that is refused before any calculation could begin, such as one that is too long to be read. */
export function refusedLine(id: unknown, refusal: Refusal): Answered {
  return answered(id, refusal);
}

function answered(id: unknown, outcome: Outcome<object>): Answered {
  if (outcome.refused) return { id, answer: answerOfRefusal(outcome), trace: traceOfRefusal(outcome) };
  const { trace = null, ...shown } = outcome.value as JsonRecord;
  const status = 'valid' in shown ? {} : { status: 'OK' };
  return { id, answer: toAnswer({ ...shown, ...status }) as JsonRecord, trace };
}

function answerOfRefusal({ code, details }: Refusal): JsonRecord {
  return details?.['codes'] === undefined ? { code, status: 'REFUSED' } : { codes: details['codes'], valid: false };
}

function traceOfRefusal({ details, message, remedy, path }: Refusal): unknown {
  const trace = details?.['trace'];
  return { ...(isRecord(trace) ? trace : {}), refusal: { message, remedy, ...(path === undefined ? {} : { path }) } };
}

/** Snake case and sorted keys, as on the interface page; what is undefined is left out. */
function toAnswer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toAnswer);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const named = entries.map(([key, each]): [string, unknown] => [snakeCase(key), toAnswer(each)]);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function unreadable(): Refusal {
  return refuse(
    'BAD_JSON',
    { id: 'Baris ini bukan JSON.', en: 'This line is not JSON.' },
    { id: 'Tulis satu objek JSON per baris.', en: 'Write one JSON object a line.' },
  );
}

function notAnObject(code: string, path: string): Refusal {
  return refuse(
    code,
    { id: `"${path}" bukan objek JSON.`, en: `The ${path} is not a JSON object.` },
    {
      id: 'Tulis {"id": …, "kind": …, "input": {…}}.',
      en: 'Write {"id": …, "kind": …, "input": {…}}.',
    },
    { path },
  );
}
