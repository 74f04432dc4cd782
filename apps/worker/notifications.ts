import { NotificationRelay } from '@kerjasama/act/relay';
import { startClaim } from '@kerjasama/claims/start';
import { type TemporalClient } from '@kerjasama/temporal/client';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type Pool } from 'pg';
import { TEMPORAL, WORKER_POOL } from './tokens';

/** Tells workflows of acts, for as long as the worker runs. */
@Injectable()
export class Notifications implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Notifications');
  private readonly relay: NotificationRelay;

  constructor(
    @Inject(WORKER_POOL) pool: Pool,
    @Inject(TEMPORAL) private readonly temporal: TemporalClient,
  ) {
    const { client } = temporal;
    this.relay = new NotificationRelay({
      pool,
      temporal: client,
      starts: { claim: (workflow) => startClaim(client, workflow) },
      onTrouble: (trouble) => {
        this.logger.warn(trouble instanceof Error ? trouble.message : String(trouble));
      },
    });
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.temporal.connection.close();
  }
}
