import { findClaim, getClaimTotals, listClaims } from '@kerjasama/claims/views';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { type CycleRef, parseClaimId } from '@kerjasama/kernel/ids';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiCycle, CycleParam } from '../http/act-params';
import { notFound, unwrap } from '../http/outcome';
import { ZodAnswer } from '../http/zod-body';
import * as schema from './schema';

/** Claims as they are; what officers do with them is in act-routes.ts. */
@ApiTags('claims')
@Controller()
export class ClaimController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get('cycles/:agreement/:year/claims')
  @ApiCycle()
  @ApiOperation({ summary: 'Daftar klaim suatu siklus · The claims of a cycle' })
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
  @ApiOperation({ summary: 'Satu klaim dengan rincian hitungannya · One claim with the trace of its sum' })
  @ApiParam({ name: 'claim', type: String, example: 'PKS-2027-102000-1.2028.000001' })
  @ZodAnswer(schema.claimWithTrace)
  async show(@Param('claim') claim: string): Promise<schema.ClaimWithTraceJson> {
    const found = await findClaim(this.desk.pool, unwrap(parseClaimId(claim)));
    if (found === null) throw notFound();
    return schema.toClaimWithTraceJson(found);
  }
}
