import { type ContentStore } from '@kerjasama/enrolment/content/content-store';
import { findClaimedContent } from '@kerjasama/enrolment/views/standing';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Pool } from 'pg';
import { WORKER_POOL } from '../tokens';
import { CONTENT } from './tokens';

const DAY_MS = 86_400_000;
/** An upload that no act names for a week of real time was a mistake. */
const UNCLAIMED_AGE = { ms: 7 * DAY_MS };

/** Deletes uploaded rosters that no act ever named: at the worker's start and once a day. */
@Injectable()
export class ContentSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ContentSweep.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONTENT) private readonly content: ContentStore,
    @Inject(WORKER_POOL) private readonly pool: Pool,
  ) {}

  onApplicationBootstrap(): void {
    const run = (): void => {
      this.running = this.sweep();
    };
    run();
    this.timer = setInterval(run, DAY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** An outage costs one day: the next sweep finds the same files. */
  private async sweep(): Promise<void> {
    try {
      const count = await this.content.sweep(UNCLAIMED_AGE, (names) => findClaimedContent(this.pool, names));
      if (count > 0) this.log.log(`Deleted ${count} uploads that no act named`);
    } catch (error) {
      this.log.warn(`The content store was not swept: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
