import { type ApproveAllocation, type ProposeAddendum, type ProposeAllocation } from '@kerjasama/budget/contract';
import { approveAllocation, proposeAddendum, proposeAllocation } from '@kerjasama/budget/desk';
import { listAddenda, listProposals } from '@kerjasama/budget/views';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** The budget of one year: proposed from a DIPA, lowered by an addendum when it is short, allocated by other eyes. */
@ApiTags('budget')
@ApiCycle()
@Controller('cycles/:agreement/:year/budget')
export class BudgetController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get()
  @ZodAnswer(schema.budget)
  async show(@CycleParam() cycle: CycleRef): Promise<schema.BudgetJson> {
    const { pool } = this.desk;
    return schema.toBudgetJson(await listProposals(pool, cycle), await listAddenda(pool, cycle));
  }

  @Post('propose-allocation')
  @ApiAct()
  @ZodAnswer(schema.allocation)
  async proposeAllocation(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.proposeAllocation) input: ProposeAllocation,
  ): Promise<schema.AllocationJson> {
    return schema.toAllocationJson(unwrap(await proposeAllocation(this.desk, who, { cycle, key, input })));
  }

  @Post('propose-addendum')
  @ApiAct()
  @ZodAnswer(schema.addendumProposed)
  async proposeAddendum(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.proposeAddendum) input: ProposeAddendum,
  ): Promise<schema.AddendumJson> {
    return schema.toAddendumJson(unwrap(await proposeAddendum(this.desk, who, { cycle, key, input })));
  }

  @Post('approve-allocation')
  @ApiAct()
  @ZodAnswer(schema.allocation)
  async approveAllocation(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.approveAllocation) input: ApproveAllocation,
  ): Promise<schema.AllocationJson> {
    return schema.toAllocationJson(unwrap(await approveAllocation(this.desk, who, { cycle, key, input })));
  }
}
