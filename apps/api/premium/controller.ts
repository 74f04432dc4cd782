import { type DeskDeps } from '@kerjasama/desk/deps';
import { type Who } from '@kerjasama/identity/who';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type OrderPayment, type RequestPayment } from '@kerjasama/premium/contract';
import { orderPayment, requestPayment } from '@kerjasama/premium/desk';
import { getPremiumTotals, listBills } from '@kerjasama/premium/views';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DESK } from '../desk';
import { ApiAct, ApiCycle, CycleParam, IdempotencyKey, SignedIn } from '../http/act-params';
import { unwrap } from '../http/outcome';
import { ZodAnswer, ZodBody } from '../http/zod-body';
import * as schema from './schema';

/** The contribution of a year: one bill a month, requested and ordered by two people, paid, received, reconciled. */
@ApiTags('premium')
@ApiCycle()
@Controller('cycles/:agreement/:year/premium')
export class PremiumController {
  constructor(@Inject(DESK) private readonly desk: DeskDeps) {}

  @Get()
  @ZodAnswer(schema.premium)
  async show(@CycleParam() cycle: CycleRef): Promise<schema.PremiumJson> {
    const { pool } = this.desk;
    return schema.toPremiumJson(await getPremiumTotals(pool, cycle), await listBills(pool, cycle));
  }

  @Post('request-payment')
  @ApiAct()
  @ZodAnswer(schema.paymentStands)
  async requestPayment(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.requestPayment) input: RequestPayment,
  ): Promise<schema.PaymentJson> {
    return schema.toPaymentJson(unwrap(await requestPayment(this.desk, who, { cycle, key, input })));
  }

  @Post('order-payment')
  @ApiAct()
  @ZodAnswer(schema.paymentStands)
  async orderPayment(
    @SignedIn() who: Who,
    @CycleParam() cycle: CycleRef,
    @IdempotencyKey() key: string,
    @ZodBody(schema.orderPayment) input: OrderPayment,
  ): Promise<schema.PaymentJson> {
    return schema.toPaymentJson(unwrap(await orderPayment(this.desk, who, { cycle, key, input })));
  }
}
