import { type ApproveClaim, type DecideClaim } from '@kerjasama/claims/contract';
import { approveClaim, type ClaimReport, decideClaim, reportClaim } from '@kerjasama/claims/desk';
import { findClaim, getClaimTotals, listClaims } from '@kerjasama/claims/views';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef, parseClaimId } from '@kerjasama/kernel/ids';
import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { notFound, unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** Claims of covered workers and their heirs: reported in a cycle, then decided and approved one by one. */
@ApiTags('claims')
@Controller()
export class ClaimController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  /** The NIK travels in the body only, and no further than the desk. */
  @Post('cycles/:agreement/:year/claims')
  @ApiCycle()
  @ApiAct()
  @ZodAnswer(schema.claimReported)
  async report(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.reportClaim) report: ClaimReport,
  ): Promise<schema.ReportedJson> {
    return unwrap(await reportClaim(this.desk, who, { cycle, key, report }));
  }

  @Get('cycles/:agreement/:year/claims')
  @ApiCycle()
  @ApiQuery({ name: 'status', required: false })
  @ApiQuery({ name: 'after', required: false, description: 'The last claim of the page before' })
  @ApiQuery({ name: 'limit', required: false, description: '1 to 1000' })
  @ZodAnswer(schema.claimPage)
  async list(@CycleParam() cycle: CycleRef, @Query() query: unknown): Promise<schema.ClaimPageJson> {
    const { pool } = this.desk;
    const page = unwrap(schema.parsePage(query));
    return schema.toClaimPageJson(await listClaims(pool, cycle, page), await getClaimTotals(pool, cycle), page.limit);
  }

  @Get('claims/:claim')
  @ZodAnswer(schema.claimWithTrace)
  async show(@Param('claim') claim: string): Promise<schema.ClaimWithTraceJson> {
    const found = await findClaim(this.desk.pool, unwrap(parseClaimId(claim)));
    if (found === null) throw notFound();
    return schema.toClaimWithTraceJson(found);
  }

  @Post('claims/:claim/decide-claim')
  @ApiAct()
  @ZodAnswer(schema.claimDecided)
  async decide(
    @SignedIn() who: Who,
    @Param('claim') claim: string,
    @IdempotencyKey() key: string,
    @ZodBody(schema.decideClaim) input: DecideClaim,
  ): Promise<schema.DecidedJson> {
    const act = { claim: unwrap(parseClaimId(claim)), key, input };
    return schema.toDecidedJson(unwrap(await decideClaim(this.desk, who, act)));
  }

  @Post('claims/:claim/approve-claim')
  @ApiAct()
  @ZodAnswer(schema.claimDecided)
  async approve(
    @SignedIn() who: Who,
    @Param('claim') claim: string,
    @IdempotencyKey() key: string,
    @ZodBody(schema.approveClaim) input: ApproveClaim,
  ): Promise<schema.DecidedJson> {
    const act = { claim: unwrap(parseClaimId(claim)), key, input };
    return schema.toDecidedJson(unwrap(await approveClaim(this.desk, who, act)));
  }
}
