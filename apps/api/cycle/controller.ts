import { type DraftAgreement } from '@kerjasama/agreement/contract';
import { listCycles } from '@kerjasama/agreement/views';
import { startCycle } from '@kerjasama/cycle/desk';
import { type CycleOverview, readCycle } from '@kerjasama/cycle/overview';
import { type DeskDeps } from '@kerjasama/desk/deps';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agreementStands, type AgreementStandsJson, draftAgreement } from '../agreement/schema';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { notFound, unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import { cycleList, cycleOverview, type CycleOverviewJson, toOverviewJson } from './schema';

const LISTED = 200;

/** The yearly cycles: started by the ministry's maker, seen by everyone who is signed in. */
@ApiTags('cycles')
@Controller('cycles')
export class CycleController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Post()
  @ApiAct()
  @ZodAnswer(agreementStands)
  async start(
    @SignedIn() who: Who,
    @IdempotencyKey() key: string,
    @ZodBody(draftAgreement) draft: DraftAgreement,
  ): Promise<AgreementStandsJson> {
    const { document, status, signedBy } = unwrap(await startCycle(this.desk, who, draft, key));
    return { document, status, signedBy: [...signedBy] };
  }

  @Get()
  @ZodAnswer(cycleList)
  async list(): Promise<{ cycles: readonly CycleRef[] }> {
    return { cycles: await listCycles(this.desk.pool, LISTED) };
  }

  @Get(':agreement/:year')
  @ApiCycle()
  @ZodAnswer(cycleOverview)
  async show(@CycleParam() cycle: CycleRef): Promise<CycleOverviewJson> {
    const overview: CycleOverview | null = await readCycle(this.desk, cycle);
    if (overview === null) throw notFound();
    return toOverviewJson(overview);
  }
}
