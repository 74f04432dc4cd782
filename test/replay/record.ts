import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Client } from '@temporalio/client';
import { type PayloadCodec } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { decodePayloads } from '@kerjasama/temporal/codec-endpoint';

/** One folder a release, one file a wait point. */
export const HISTORIES = join(__dirname, 'histories');

export interface RecordedHistory {
  /** Release and wait point, e.g. `0.1.0/pks-waits-for-kemensos`. */
  readonly name: string;
  readonly workflowId: string;
  /** As `temporal workflow show --output json` prints it, payloads readable. */
  readonly history: unknown;
}

/**
 * Writes a workflow's history, open or closed, to `histories/<release>/<waitPoint>.json`. Payloads are decrypted first,
 * so that a reviewer reads them and a replay needs no key; a history holds no personal data.
 * @param waitPoint what the workflow waits for or how it ended, in kebab-case
 * @returns the file
 * @throws when it is there already: what a release was held to is never written over
 */
export async function recordHistory(
  source: { readonly client: Client; readonly codec: PayloadCodec },
  { workflowId, release, waitPoint }: { workflowId: string; release: string; waitPoint: string },
  folder = HISTORIES,
): Promise<string> {
  const raw = await source.client.workflow.getHandle(workflowId).fetchHistory();
  const history = await decodedWithin(source.codec, JSON.parse(historyToJSON(raw)));
  const file = join(folder, release, `${waitPoint}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ workflowId, history }, withoutMachine, 1)}\n`, { flag: 'wx' });
  return file;
}

/** Of the identity of a process, e.g. `4711@machine`, what does not name the machine. */
function withoutMachine(key: string, value: unknown): unknown {
  return key === 'identity' && typeof value === 'string' ? value.replace(/@.*$/, '') : value;
}

/** Every history of every release, by name. */
export async function readHistories(folder = HISTORIES): Promise<RecordedHistory[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => {
      const written = JSON.parse(await readFile(join(folder, file), 'utf8')) as Omit<RecordedHistory, 'name'>;
      return { name: file.replace(/\.json$/, ''), ...written };
    }),
  );
}

/** The same JSON with every payload in it decoded. */
async function decodedWithin(codec: PayloadCodec, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((each) => decodedWithin(codec, each)));
  if (typeof value !== 'object' || value === null) return value;
  if ('metadata' in value && 'data' in value) {
    const decoded = await decodePayloads(codec, { payloads: [value] });
    if (!decoded.refused) return decoded.value.payloads[0];
  }
  const entries = Object.entries(value).map(async ([key, each]) => [key, await decodedWithin(codec, each)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
