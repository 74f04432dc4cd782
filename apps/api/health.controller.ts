import { oldestBehind } from '@kerjasama/act/notifications';
import { type Reads } from '@kerjasama/database/pool';
import { refuse } from '@kerjasama/kernel/refusal';
import { type Client } from '@temporalio/client';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { DESK } from './desk';
import { RefusedError } from './http/outcome';
import { Open } from './http/sign-in.guard';

const PATIENCE_MS = 3_000;

interface Readiness {
  readonly status: 'ready';
  /** How long the workflow that waits longest has not been notified of an act; 0 when all have been. */
  readonly oldestNotificationSeconds: number;
}

/** `/livez`: the process answers. `/readyz`: Postgres and Temporal answer it, too, and how long a workflow waits for news. */
@ApiTags('operations')
@Open()
@Controller()
export class HealthController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get('livez')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('readyz')
  async ready(): Promise<Readiness> {
    const faults = await Promise.all([
      faultOf('postgres', askPostgres(this.desk.pool)),
      faultOf('temporal', askTemporal(this.desk.temporal)),
    ]);
    const unready = faults.filter((fault) => fault !== null);
    if (unready.length === 0) {
      return { status: 'ready', oldestNotificationSeconds: (await oldestBehind(this.desk.pool)) ?? 0 };
    }
    throw new RefusedError(
      refuse(
        'NOT_READY',
        { id: `Belum siap: ${unready.join(', ')}.`, en: `Not ready: ${unready.join(', ')}.` },
        { id: 'Lihat `kerjasama stack status` dan lognya.', en: 'See `kerjasama stack status` and its logs.' },
      ),
    );
  }
}

async function askPostgres(pool: Reads): Promise<void> {
  await pool.query('select 1');
}

async function askTemporal({ connection, options }: Client): Promise<void> {
  await connection.withDeadline(PATIENCE_MS + performance.timeOrigin + performance.now(), () =>
    connection.workflowService.describeNamespace({ namespace: options.namespace }),
  );
}

async function faultOf(name: string, asked: Promise<void>): Promise<string | null> {
  return asked.then(
    () => null,
    () => name,
  );
}
