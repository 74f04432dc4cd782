import { type DeskDeps } from '@kerjasama/desk/deps';
import {
  type Decree,
  type DecreeBeneficiaries,
  type RosterSubmitted,
  type SubmitRoster,
} from '@kerjasama/enrolment/contract';
import { decreeBeneficiaries, submitRoster } from '@kerjasama/enrolment/desk';
import { listMembers, listRejectedRows } from '@kerjasama/enrolment/views/members';
import { type EnrolmentStand, getEnrolment } from '@kerjasama/enrolment/views/standing';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { applyDecorators, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** The enrolment of one year: rosters handed in, judged row by row, corrected, and decreed by other eyes. */
@ApiTags('enrolment')
@ApiCycle()
@Controller('cycles/:agreement/:year/enrolment')
export class EnrolmentController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get()
  @ZodAnswer(schema.enrolment)
  show(@CycleParam() cycle: CycleRef): Promise<EnrolmentStand> {
    return getEnrolment(this.desk.pool, cycle);
  }

  @Get('rejected')
  @ApiPage()
  @ZodAnswer(schema.rejectedPage)
  async rejected(@CycleParam() cycle: CycleRef, @Query('after') after?: string, @Query('limit') limit?: string) {
    const page = unwrap(schema.parsePage(after, limit));
    return schema.toRejectedJson(await listRejectedRows(this.desk.pool, cycle, page));
  }

  @Get('members')
  @ApiPage()
  @ZodAnswer(schema.memberPage)
  async members(@CycleParam() cycle: CycleRef, @Query('after') after?: string, @Query('limit') limit?: string) {
    const page = unwrap(schema.parsePage(after, limit));
    return schema.toMembersJson(await listMembers(this.desk.pool, cycle, page));
  }

  @Post('submit-roster')
  @ApiAct()
  @ZodAnswer(schema.rosterSubmitted)
  async submitRoster(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.submitRoster) input: SubmitRoster,
  ): Promise<RosterSubmitted> {
    return unwrap(await submitRoster(this.desk, who, { cycle, key, input }));
  }

  @Post('decree-beneficiaries')
  @ApiAct()
  @ZodAnswer(schema.decree)
  async decreeBeneficiaries(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.decreeBeneficiaries) input: DecreeBeneficiaries,
  ): Promise<Decree> {
    return unwrap(await decreeBeneficiaries(this.desk, who, { cycle, key, input }));
  }
}

/** Documents how a list is cut into pages. */
function ApiPage(): MethodDecorator {
  return applyDecorators(
    ApiQuery({ name: 'after', required: false, description: 'The `next` of the page before' }),
    ApiQuery({ name: 'limit', required: false, description: '1 to 1000' }),
  );
}
