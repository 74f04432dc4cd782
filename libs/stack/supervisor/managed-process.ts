import { setTimeout as sleep } from 'node:timers/promises';
import { type Text } from '@kerjasama/kernel/text';
import { endProcess, type EndingStep, POLITELY } from '../processes/end-process';
import { lastLines } from '../processes/log-file';
import { isRunning, type ProcessIdentity } from '../processes/process-identity';
import { describeError, StackProblem } from '../stack-problem';

export type ProcessState = 'waiting' | 'starting' | 'ready' | 'restarting' | 'crash-loop' | 'stopped';

/** How one process is started, recognised as ready, and ended. */
export interface ProcessPlan {
  readonly name: string;
  readonly logFile: string;
  /** Starts it, or finds it running. Calls `begun` as soon as there is a process, before it waits for anything. */
  start(begun: (identity: ProcessIdentity) => void): Promise<void>;
  /** One look: may others rely on it? Throwing means no. */
  isReady(): Promise<boolean>;
  readonly readyWithinMs: number;
  readonly ending?: readonly EndingStep[];
}

export interface ProcessStatus {
  readonly name: string;
  readonly state: ProcessState;
  readonly restarts: number;
  readonly pid?: number;
  /** Why it is not ready, for people, and the last lines of its log. */
  readonly problem?: Text;
  readonly lastLines?: readonly string[];
}

/** What a supervisor wants to hear. */
export interface ProcessEvents {
  began(name: string, identity: ProcessIdentity): void;
  ended(name: string): void;
  changed(status: ProcessStatus): void;
}

const BACKOFF_MS = [200, 500, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** So many failures in a row, none of them after `STEADY_MS` of being ready, are a crash loop. */
const CRASH_LOOP = 4;
const STEADY_MS = 30_000;
const LOOK_MS = process.platform === 'linux' ? 150 : 1_000; // elsewhere a look costs a run of ps

/**
 * Keeps one process alive: waits for those it needs, starts it, waits until it is ready, starts it again when it dies.
 * The pid is watched, not the child's exit event, so that an adopted process is kept like our own.
 */
export class ManagedProcess {
  private state: ProcessState = 'waiting';
  private restarts = 0;
  private failures = 0;
  private identity: ProcessIdentity | undefined;
  private problem: Text | undefined;
  private readonly stopping = new AbortController();
  private supervision: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: ProcessPlan,
    private readonly needs: readonly ManagedProcess[],
    private readonly events: ProcessEvents,
  ) {}

  get isReady(): boolean {
    return this.state === 'ready';
  }

  status(): ProcessStatus {
    const { name, logFile } = this.plan;
    const unwell = this.state === 'restarting' || this.state === 'crash-loop';
    return {
      name,
      state: this.state,
      restarts: this.restarts,
      ...(this.identity === undefined ? {} : { pid: this.identity.pid }),
      ...(this.problem === undefined ? {} : { problem: this.problem }),
      ...(unwell ? { lastLines: lastLines(logFile, 8) } : {}),
    };
  }

  /** Begins to keep the process alive; returns at once. */
  keep(): void {
    this.supervision = this.superviseUntilStopped();
  }

  /** Ends the process and stops keeping it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.end(); // also cuts short a start that still waits for it
    await this.supervision;
    await this.end();
    this.enter('stopped');
  }

  private async superviseUntilStopped(): Promise<void> {
    while (!this.isStopping()) {
      await this.until(() => Promise.resolve(this.needs.every((need) => need.isReady)));
      if (this.isStopping()) return;
      const readyFor = await this.liveOnce();
      if (this.isStopping()) return;
      this.restarts += 1;
      this.failures = readyFor > STEADY_MS ? 1 : this.failures + 1;
      this.enter(this.failures >= CRASH_LOOP ? 'crash-loop' : 'restarting');
      await this.pause(BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length) - 1] ?? BACKOFF_MS[0]);
    }
  }

  /** One life of the process, from start to death. Answers how long it was ready, in milliseconds. */
  private async liveOnce(): Promise<number> {
    let readyAt: number | undefined;
    try {
      if (this.state === 'waiting') this.enter('starting');
      await this.plan.start((identity) => {
        this.identity = identity;
        this.events.began(this.plan.name, identity);
      });
      await this.becomeReady();
      if (this.isStopping()) return 0;
      readyAt = performance.now();
      this.problem = undefined;
      this.enter('ready');
      await this.until(() => Promise.resolve(!this.isAlive()));
      if (!this.isStopping()) this.problem = DIED;
    } catch (error) {
      this.problem = toText(error);
    }
    if (!this.isStopping()) await this.end();
    return readyAt === undefined ? 0 : performance.now() - readyAt;
  }

  private async becomeReady(): Promise<void> {
    const deadline = performance.now() + this.plan.readyWithinMs;
    const outcome = await this.until(async () => {
      if (!this.isAlive()) return 'died';
      if (await isTrue(() => this.plan.isReady())) return 'ready';
      return performance.now() > deadline && 'late';
    });
    if (outcome === 'died') throw new StackProblem('PROCESS_DIED', DIED_EARLY, READ_THE_LOG);
    if (outcome === 'late') throw new StackProblem('PROCESS_LATE', LATE, READ_THE_LOG);
  }

  private async end(): Promise<void> {
    const { identity } = this;
    if (identity === undefined) return;
    await endProcess(identity, this.plan.ending ?? POLITELY);
    this.identity = undefined;
    this.events.ended(this.plan.name);
  }

  private isAlive(): boolean {
    return this.identity !== undefined && isRunning(this.identity);
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private enter(state: ProcessState): void {
    if (this.state === state) return;
    this.state = state;
    this.events.changed(this.status());
  }

  /** Looks again and again until the answer is not false, or we are stopping. */
  private async until<T>(look: () => Promise<T | false>): Promise<T | undefined> {
    while (!this.isStopping()) {
      const answer = await look();
      if (answer !== false) return answer;
      await this.pause(LOOK_MS);
    }
    return undefined;
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

async function isTrue(look: () => Promise<boolean>): Promise<boolean> {
  try {
    return await look();
  } catch {
    return false;
  }
}

function toText(error: unknown): Text {
  if (!(error instanceof StackProblem)) return { id: describeError(error), en: describeError(error) };
  const { text, remedy } = error;
  return { id: `${text.id} ${remedy.id}`, en: `${text.en} ${remedy.en}` };
}

const DIED: Text = { id: 'Proses berhenti sendiri.', en: 'The process ended by itself.' };
const DIED_EARLY: Text = { id: 'Proses berhenti sebelum siap.', en: 'The process ended before it was ready.' };
const LATE: Text = { id: 'Proses tidak siap pada waktunya.', en: 'The process was not ready in time.' };
const READ_THE_LOG: Text = { id: 'Baca lognya: kerjasama stack logs.', en: 'Read its log: kerjasama stack logs.' };
