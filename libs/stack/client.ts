import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DemoPerson } from '@kerjasama/identity/demo-people';
import { makeStackFolders, type Profile, type StackFolders, stackFolders } from './folders';
import { packageRoot } from './package-root';
import { isGoneWithin } from './processes/end-process';
import { lastLines, rotateLog } from './processes/log-file';
import { findProcess, isRunning, type ProcessIdentity, signalProcess } from './processes/process-identity';
import { buildMissing, isPortClash, neverEnds, neverReady, notRunning } from './client-problems';
import { processFails, stackRuns, supervisorDied } from './client-problems';
import { type StackStatus, toStackStatus } from './stack-status';
import { type AppCommand } from './supervisor/app-plan';
import { endLeftovers, findLeftovers } from './supervisor/leftovers';
import { findLockHolder, lockFile } from './supervisor/lock';
import { askSupervisor, socketPath, type StackRequest } from './supervisor/socket';
import { type BuildProgress } from './temporal/build-temporal';
import { findTemporal } from './temporal/find-temporal';

/** What `up` tells while it works: the one long build, then how each process stands. */
export type UpProgress =
  { readonly kind: 'build'; readonly build: BuildProgress } | { readonly kind: 'status'; readonly status: StackStatus };

export interface UpOptions {
  readonly onProgress?: (progress: UpProgress) => void;
}

export interface StackClientOptions {
  readonly home?: string;
  /** The command that becomes the supervisor: the built command line, unless a test has its own. */
  readonly supervisor?: AppCommand;
}

export type DownResult = 'stopped' | 'leftovers-ended' | 'was-down';

const POLL_MS = 150;
const READY_WITHIN_MS = 300_000;
const GONE_WITHIN_MS = 60_000;

/** The stack of one profile, as commands and the rehearsal see it. Nothing is started by asking for it. */
export function connectStack(profile: Profile, options: StackClientOptions = {}): StackClient {
  return new StackClient(profile, stackFolders(profile, options.home), options);
}

export class StackClient {
  constructor(
    readonly profile: Profile,
    readonly folders: StackFolders,
    private readonly options: StackClientOptions,
  ) {}

  /**
   * Brings the stack up, or finds it up, and answers when every process is ready. May build Temporal first (minutes).
   * Throws a StackProblem in plain words; what it started itself is then stopped again.
   */
  async up(options: UpOptions = {}): Promise<StackStatus> {
    try {
      return await this.upOnce(options);
    } catch (error) {
      // another stack was started at the same moment and took a port that was free: the next look chooses others
      if (!isPortClash(error) || this.supervisor() !== undefined) throw error;
      return this.upOnce(options);
    }
  }

  /** How the stack stands; nothing when no supervisor lives. */
  async status(): Promise<StackStatus | undefined> {
    const reply = await this.ask({ ask: 'status' });
    return reply && toStackStatus(reply.value);
  }

  /** Stops everything in order, or ends what a dead supervisor left behind. */
  async down(): Promise<DownResult> {
    const supervisor = this.supervisor();
    if (supervisor !== undefined) {
      // one that does not listen yet is still starting: it is ended, and so is what it has started
      if ((await this.ask({ ask: 'down' })) === undefined) signalProcess(supervisor, 'SIGTERM');
      if (!(await isGoneWithin(supervisor, GONE_WITHIN_MS))) throw neverEnds(supervisor.pid);
    }
    const leftovers = findLeftovers(this.folders).length > 0;
    if (leftovers) await endLeftovers(this.folders);
    if (supervisor !== undefined) return 'stopped';
    return leftovers ? 'leftovers-ended' : 'was-down';
  }

  /** A bearer token for one of the demo people. A stack whose supervisor was killed is brought up again first. */
  async token(person: DemoPerson): Promise<string> {
    return String(await this.askAlive({ ask: 'token', person }));
  }

  /** Where the role `auditor` reads the journal. */
  async auditorUrl(): Promise<string> {
    return String(await this.askAlive({ ask: 'auditor-url' }));
  }

  /** Puts the business clock of a rehearsal forward, in milliseconds ahead of real time; a live profile refuses. */
  async advanceClock(offsetMs: number): Promise<void> {
    await this.askAlive({ ask: 'advance-clock', offsetMs });
  }

  /** The names of processes that a dead supervisor left running. */
  leftovers(): string[] {
    return this.supervisor() === undefined ? findLeftovers(this.folders) : [];
  }

  /** Deletes everything of this profile but its keys, which lie elsewhere. Throws STACK_RUNS while anything runs. */
  reset(): void {
    if (this.supervisor() !== undefined || findLeftovers(this.folders).length > 0) throw stackRuns(this.profile);
    if (!existsSync(this.folders.profile)) return;
    const aside = `${this.folders.profile}.removed-${process.pid}`; // all of it is gone from sight at once
    renameSync(this.folders.profile, aside);
    rmSync(aside, { recursive: true, force: true });
  }

  private async upOnce({ onProgress = () => undefined }: UpOptions): Promise<StackStatus> {
    await this.whenNotStopping();
    const started = this.supervisor() === undefined ? await this.startSupervisor(onProgress) : undefined;
    try {
      return await this.whenReady(started, onProgress);
    } catch (error) {
      if (started !== undefined) await this.down();
      throw error;
    }
  }

  private ask(request: StackRequest): Promise<{ value: unknown } | undefined> {
    return askSupervisor(socketPath(this.folders), request);
  }

  private async askAlive(request: StackRequest): Promise<unknown> {
    const first = await this.ask(request);
    if (first !== undefined) return first.value;
    await this.up();
    const second = await this.ask(request);
    if (second === undefined) throw notRunning(this.profile);
    return second.value;
  }

  private supervisor(): ProcessIdentity | undefined {
    return findLockHolder(lockFile(this.folders));
  }

  private async whenNotStopping(): Promise<void> {
    const supervisor = this.supervisor();
    if (supervisor !== undefined && (await this.status())?.state === 'stopping') {
      await isGoneWithin(supervisor, GONE_WITHIN_MS);
    }
  }

  private async startSupervisor(onProgress: (progress: UpProgress) => void): Promise<ProcessIdentity> {
    await findTemporal({
      onProgress: (build) => {
        onProgress({ kind: 'build', build });
      },
    });
    makeStackFolders(this.folders);
    const { command, args, cwd } = this.options.supervisor ?? builtSupervisor(this.profile);
    rotateLog(this.logFile());
    const log = openSync(this.logFile(), 'a', 0o600);
    const child = spawn(command, args, {
      cwd,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, KERJASAMA_HOME: this.folders.home },
    });
    closeSync(log);
    child.once('error', () => undefined); // told below: there is no process
    child.unref();
    const identity = child.pid === undefined ? undefined : findProcess(child.pid);
    if (identity === undefined) throw supervisorDied(`${command} could not be run`);
    return identity;
  }

  private async whenReady(
    started: ProcessIdentity | undefined,
    onProgress: (progress: UpProgress) => void,
  ): Promise<StackStatus> {
    const deadline = performance.now() + READY_WITHIN_MS;
    for (;;) {
      const status = await this.status();
      if (status !== undefined) onProgress({ kind: 'status', status });
      if (status?.state === 'ready') return status;
      const failing = status?.processes.find(({ state }) => state === 'crash-loop');
      if (failing !== undefined) throw processFails(failing);
      const gone = started !== undefined && !isRunning(started) && this.supervisor() === undefined;
      if (gone) throw supervisorDied(lastLines(this.logFile(), 6).join('\n'));
      if (performance.now() > deadline) throw neverReady(status);
      await sleep(POLL_MS);
    }
  }

  private logFile(): string {
    return join(this.folders.logs, 'supervisor.log');
  }
}

function builtSupervisor(profile: Profile): AppCommand {
  const cwd = packageRoot();
  const main = join(cwd, 'dist', 'apps', 'cli', 'main.js');
  if (!existsSync(main)) throw buildMissing(main);
  return { command: process.execPath, args: [main, 'stack', 'supervise', '--profile', profile], cwd };
}
