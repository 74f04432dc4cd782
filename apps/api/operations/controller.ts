import { type DeskDeps } from '@kerjasama/desk/deps';
import { listStuck, retryWork } from '@kerjasama/desk/operations';
import { type Who } from '@kerjasama/identity/who';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, IdempotencyKey, SignedIn } from '../http/act-params';
import { unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** What fails, with its remedy, and the operator's one act: run it now. */
@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get('stuck')
  @ZodAnswer(schema.stuckList)
  async stuck(): Promise<schema.StuckList> {
    const found = await listStuck(this.desk);
    return {
      stuck: found.map(({ stuck, remedy }) => ({
        kind: stuck.kind,
        workflowId: stuck.workflowId,
        activity: 'activity' in stuck ? stuck.activity : null,
        attempt: stuck.attempt,
        message: stuck.message,
        since: stuck.since.toISOString(),
        remedy,
      })),
    };
  }

  @Post('retry-work')
  @ApiAct()
  @ZodAnswer(schema.retried)
  async retry(
    @SignedIn() who: Who,
    @IdempotencyKey() key: string,
    @ZodBody(schema.retryWork) work: schema.RetryWork,
  ): Promise<schema.Retried> {
    return { ...work, retried: unwrap(await retryWork(this.desk, who, work, key)) };
  }
}
