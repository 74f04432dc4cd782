import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool, type Reads } from '@kerjasama/database/pool';
import { databaseUrl } from '@kerjasama/database/provision';
import { digest } from '@kerjasama/keys/digest';
import { loadKeys } from '@kerjasama/keys/key-files';
import { connectStack, type StackClient } from '@kerjasama/stack/client';
import { readPassword, SUPERUSER } from '@kerjasama/stack/postgres/cluster';
import { type StackStatus, type StackUrls } from '@kerjasama/stack/stack-status';
import { type AppCommand } from '@kerjasama/stack/supervisor/app-plan';
import { NAMESPACE } from '@kerjasama/stack/supervisor/stack-options';
import { liveClock } from '@kerjasama/temporal/business-clock';
import { Client, Connection } from '@temporalio/client';
import { runCli } from '../../support/run-cli';
import { type CoveredYear, enrolMembers } from './enrol-members';
import { type ClaimsOffice } from './officers';
import { processorMs } from './processor-time';
import { type Undo } from './undo';

export interface SideWish {
  readonly name: string;
  /** The built tree whose command brings the stack up, or another supervisor of this tree. */
  readonly by: { readonly root: string } | { readonly supervisor: AppCommand };
  readonly members: number;
}

/** One of those that are compared: a live stack of its own, and a year of cover in it. */
export interface Side extends ClaimsOffice {
  readonly name: string;
  readonly covered: CoveredYear;
  /** Claims have been reported of so many of the workers. */
  claimed: number;
  readonly superuser: Reads;
  readonly temporal: Client;
  urls(): StackUrls;
  /** What each process of the stack has used so far; null where the system does not say. */
  processorMs(): ProcessorTimes;
}

export type ProcessorTimes = Readonly<Record<string, number | null>>;

/** Brings a stack up in a temporary home, and enrols the year. */
export async function openSide({ name, by, members }: SideWish, undo: Undo): Promise<Side> {
  const home = mkdtempSync(join(tmpdir(), 'kerjasama-bench-'));
  chmodSync(home, 0o711); // PostgreSQL may run under an account of its own
  const stack = connectStack('live', { home, ...('supervisor' in by ? by : {}) });
  undo.add(async () => {
    await stack.down();
    rmSync(home, { recursive: true, force: true });
  });
  const { urls, processes } = 'root' in by ? await bringUp(stack, by.root) : await stack.up();
  const superuser = createPool(await superuserUrl(stack), { applicationName: 'kerjasama-bench', size: 1 });
  undo.add(() => superuser.end());
  const connection = await Connection.connect({ address: urls.temporalAddress });
  undo.add(() => connection.close());
  const keys = await loadKeys(stack.folders.keys, ['nik-digest']);
  const digestNik = (nik: string) => digest(keys['nik-digest'], nik);
  const covered = await enrolMembers(superuser, { today: await liveClock().today(), members, digestNik });
  return {
    name,
    covered,
    claimed: 0,
    tokens: {
      officer: await stack.token('bpjs-tk-claims-officer'),
      approver: await stack.token('bpjs-tk-claims-approver'),
    },
    superuser,
    temporal: new Client({ connection, namespace: NAMESPACE }),
    urls: () => urls,
    processorMs: () =>
      Object.fromEntries(processes.map(({ name, pid }) => [name, pid === undefined ? null : processorMs(pid)])),
  };
}

/** By the command of its own tree. */
async function bringUp(stack: StackClient, root: string): Promise<StackStatus> {
  const { code, stderr } = await runCli(
    stack.folders.home,
    ['stack', 'up', '--profile', stack.profile],
    undefined,
    root,
  ).ended;
  const status = code === 0 ? await stack.status() : undefined;
  if (status === undefined) throw new Error(`The stack did not come up: ${stderr.slice(-3).join(' ')}`);
  return status;
}

async function superuserUrl(stack: StackClient): Promise<string> {
  const url = await stack.auditorUrl();
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  return databaseUrl(url, database, SUPERUSER, readPassword(stack.folders.postgres));
}
