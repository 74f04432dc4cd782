import { violatedConstraint } from '@kerjasama/database/sql-state';
import { type WriteTx } from '@kerjasama/journal/tx';
import { type CycleRef } from '@kerjasama/kernel/ids';
import { type Period } from '@kerjasama/kernel/period';
import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Rupiah } from '@kerjasama/kernel/rupiah';
import { type Bill } from './contract';

/** One month of one cycle's cover. */
export interface BillRef {
  readonly cycle: CycleRef;
  readonly period: Period;
}

/** Books a bill on what the budget allocated. @returns false when the bills together would exceed it; the transaction is then over */
export async function bookBill(tx: WriteTx, cycle: CycleRef, allocated: Rupiah, amount: Rupiah): Promise<boolean> {
  return unlessViolated('billed_within_allocation', async () => {
    await tx.query(
      `insert into premium.account (agreement, year, allocated, billed)
       values ($1::text, $2::smallint, $3::bigint, $4::bigint)
       on conflict (agreement, year) do update set billed = account.billed + excluded.billed`,
      [cycle.agreement, cycle.year, allocated, amount],
    );
  });
}

export async function insertBill(
  tx: WriteTx,
  cycle: CycleRef,
  bill: Bill & { readonly rosterRoot: string; readonly on: PlainDate },
): Promise<void> {
  await tx.query(
    `insert into premium.bill
       (agreement, year, period, heads, tariff, amount, roster_root, issued_on, request_by, regulation_version, status)
     values ($1::text, $2::smallint, $3::text, $4::integer, $5::bigint, $6::bigint, $7::text, $8::date, $9::date, $10::text,
             'billed')`,
    [
      cycle.agreement,
      cycle.year,
      bill.period,
      bill.heads,
      bill.tariff,
      bill.amount,
      bill.rosterRoot,
      bill.on,
      bill.requestBy,
      bill.regulationVersion,
    ],
  );
}

/** What an officer writes on a bill: the number of the letter, who signed it, and when. */
export interface Letter {
  readonly number: string;
  readonly by: string;
  readonly on: PlainDate;
}

/** @returns false when the number of the SPP names another month's payment; the transaction is then over */
export async function requestPayment(tx: WriteTx, bill: BillRef, spp: Letter): Promise<boolean> {
  return unlessViolated('bill_spp_once', () =>
    change(
      tx,
      `update premium.bill set status = 'requested', spp_number = $4::text, requested_by = $5::text, requested_on = $6::date
        where agreement = $1::text and year = $2::smallint and period = $3::text and status = 'billed'`,
      bill,
      [spp.number, spp.by, spp.on],
    ),
  );
}

/** @returns false when the number of the SPM names another month's payment; the transaction is then over */
export async function orderPayment(tx: WriteTx, bill: BillRef, spm: Letter): Promise<boolean> {
  return unlessViolated('bill_spm_once', () =>
    change(
      tx,
      `update premium.bill set status = 'ordered', spm_number = $4::text, ordered_by = $5::text, ordered_on = $6::date
        where agreement = $1::text and year = $2::smallint and period = $3::text and status = 'requested'`,
      bill,
      [spm.number, spm.by, spm.on],
    ),
  );
}

/** What the treasury paid and what the insurer received, as each of them says. */
export interface Remitted {
  readonly sp2dNumber: string;
  readonly paid: Rupiah;
  readonly receipt: string;
  readonly received: Rupiah;
  readonly on: PlainDate;
}

export async function receivePayment(tx: WriteTx, bill: BillRef, remitted: Remitted): Promise<void> {
  await change(
    tx,
    `update premium.bill
        set status = 'paid', sp2d_number = $4::text, paid = $5::bigint, receipt = $6::text, received = $7::bigint,
            received_on = $8::date
      where agreement = $1::text and year = $2::smallint and period = $3::text and status = 'ordered'`,
    bill,
    [remitted.sp2dNumber, remitted.paid, remitted.receipt, remitted.received, remitted.on],
  );
}

export async function reconcileBill(tx: WriteTx, bill: BillRef, on: PlainDate): Promise<void> {
  await change(
    tx,
    `update premium.bill set status = 'reconciled', reconciled_on = $4::date
      where agreement = $1::text and year = $2::smallint and period = $3::text and status = 'paid'`,
    bill,
    [on],
  );
}

export async function markOverdue(tx: WriteTx, bill: BillRef, on: PlainDate): Promise<void> {
  await change(
    tx,
    `update premium.bill set overdue_on = $4::date
      where agreement = $1::text and year = $2::smallint and period = $3::text and overdue_on is null`,
    bill,
    [on],
  );
}

export async function markUnpaid(tx: WriteTx, bill: BillRef): Promise<void> {
  await change(
    tx,
    `update premium.bill set status = 'unpaid'
      where agreement = $1::text and year = $2::smallint and period = $3::text and status in ('billed', 'requested')`,
    bill,
    [],
  );
}

/** One step of one bill. A bill that is not where the step begins is a defect and throws. */
async function change(
  tx: WriteTx,
  text: string,
  { cycle, period }: BillRef,
  values: readonly unknown[],
): Promise<void> {
  const { rowCount } = await tx.query(text, [cycle.agreement, cycle.year, period, ...values]);
  if (rowCount !== 1) throw new Error(`The bill of ${period} of ${cycle.agreement}/${cycle.year} is not at this step`);
}

async function unlessViolated(constraint: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (violatedConstraint(error) === constraint) return false;
    throw error;
  }
}
