import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { type Pool, type PoolClient } from 'pg';
import { ACT_RECORDED } from './contract';
import { type Behind, leaseBehind, markNotified, postpone } from './notifications';

/** Starts a workflow by its id alone; a workflow that runs already is left alone (WorkflowExecutionAlreadyStartedError). */
export type StartWorkflow = (workflow: string) => Promise<void>;

export interface RelayDeps {
  /** The role `worker`. */
  readonly pool: Pool;
  readonly temporal: Client;
  /** By the first word of the workflow's id, e.g. `claim`. */
  readonly starts: Readonly<Record<string, StartWorkflow>>;
  /** Called with what went wrong; the relay goes on by itself. */
  readonly onTrouble: (trouble: unknown) => void;
}

const AT_ONCE = 20;
const LOOK_AGAIN_MS = 1_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Notifies workflows that acts were recorded. A notification is a level, not an event: one row a workflow says which act is the newest
 * and of which it was notified, so that a signal may be lost, late or doubled. Any number of relays may run.
 */
export class NotificationRelay {
  private readonly underWay = new Set<Promise<void>>();
  /** Whether the last look found as many as it had asked for. */
  private more = false;
  private stopping = false;
  private wake: () => void = () => undefined;
  private listener: PoolClient | undefined;
  private loop: Promise<void> | undefined;

  constructor(private readonly deps: RelayDeps) {}

  start(): void {
    this.loop ??= this.run();
  }

  /** Brings what is under way to its end, and takes nothing new. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
    await Promise.all(this.underWay);
    const { listener } = this;
    this.listener = undefined;
    listener?.release(true);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const woken = this.woken();
      try {
        await this.listen();
        await this.notifySome();
      } catch (trouble) {
        this.deps.onTrouble(trouble);
      }
      await woken;
    }
  }

  /** Until an act is recorded, a place comes free for one that waits, or a second has passed. */
  private woken(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async listen(): Promise<void> {
    if (this.listener !== undefined) return;
    const client = await this.deps.pool.connect();
    client.on('notification', () => {
      this.wake();
    });
    client.on('error', (trouble) => {
      if (this.listener !== client) return;
      this.listener = undefined;
      client.release(true);
      this.deps.onTrouble(trouble);
    });
    this.listener = client;
    await client.query('listen act');
  }

  private async notifySome(): Promise<void> {
    const free = AT_ONCE - this.underWay.size;
    if (free <= 0) return;
    const behind = await leaseBehind(this.deps.pool, free);
    this.more = behind.length === free;
    for (const each of behind) {
      const notifying: Promise<void> = this.notify(each).then((isBehind) => {
        this.underWay.delete(notifying);
        if (this.more || isBehind) this.wake();
      });
      this.underWay.add(notifying);
    }
  }

  /** @returns whether there is something new to notify it of already */
  private async notify(behind: Behind): Promise<boolean> {
    const { pool, onTrouble } = this.deps;
    try {
      await this.deliver(behind);
      return await markNotified(pool, behind);
    } catch (trouble) {
      onTrouble(trouble);
      await postpone(pool, behind).catch(onTrouble);
      return false;
    }
  }

  private async deliver(behind: Behind): Promise<void> {
    const { temporal } = this.deps;
    await temporal.withDeadline(performance.timeOrigin + performance.now() + ANSWER_WITHIN_MS, async () => {
      if (behind.unborn && behind.open && (await this.isStarted(behind))) return;
      if (await this.isSignalled(behind)) return;
      // Nothing runs: rightly, when nothing leads on; else it is started again and reads where it is.
      if (behind.open) await this.isStarted(behind);
    });
  }

  private async isStarted({ workflow }: Behind): Promise<boolean> {
    const [word = ''] = workflow.split('/');
    const start = this.deps.starts[word];
    if (start === undefined) throw new Error(`Nobody can start ${workflow}`);
    try {
      await start(workflow);
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  private async isSignalled({ workflow, latestAct, act }: Behind): Promise<boolean> {
    try {
      await this.deps.temporal.workflow.getHandle(workflow).signal(ACT_RECORDED, latestAct, act);
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }
}
