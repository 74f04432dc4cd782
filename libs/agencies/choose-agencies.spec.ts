import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberId } from '@kerjasama/kernel/ids';
import { fiscalYear, period } from '@kerjasama/kernel/period';
import { plainDate } from '@kerjasama/kernel/plain-date';
import { rupiah } from '@kerjasama/kernel/rupiah';
import { chooseAgencies } from './choose-agencies';

const order = {
  spmNumber: 'SPM-1',
  orderedFor: 'premium/PKS-2027-001/2028',
  period: period('2028-01'),
  fiscalYear: fiscalYear(2028),
  amount: rupiah(16_800),
  orderedOn: plainDate('2028-01-05'),
};

test('in production nothing is simulated: each agency says that it cannot be reached, and money waits', async () => {
  const { treasury, insurerCore, bank } = chooseAgencies('production');
  const remittance = { sp2dNumber: 'S', remittedFor: order.orderedFor, period: order.period, amount: order.amount };
  const member = memberId('6f1c1a52-6a53-4b8e-9d0e-0b6e3ed7a001');
  await expect(treasury.payOrder(order)).rejects.toThrow(/no connection to the treasury/);
  await expect(insurerCore.confirmReceipt(remittance)).rejects.toThrow(/no connection to the insurer core/);
  const benefit = { instruction: 'PKS-2027-001.2028.1/1', member, amount: rupiah(1) };
  await expect(bank.expectReachable()).rejects.toThrow(/bank/);
  await expect(bank.payBenefit(benefit)).rejects.toThrow(/bank/);
  await expect(bank.findPayment(benefit.instruction)).rejects.toThrow(/bank/);
});

test('an order that is sent again after a lost answer has the same SP2D; another order has another', async () => {
  const { treasury } = chooseAgencies(undefined);
  const first = await treasury.payOrder(order);
  expect(await treasury.payOrder({ ...order, orderedOn: plainDate('2028-01-06') })).toEqual(first);
  expect(first.amount).toBe(order.amount);
  expect((await treasury.payOrder({ ...order, spmNumber: 'SPM-2' })).sp2dNumber).not.toBe(first.sp2dNumber);
});

test('the same SPM number in another agreement is another payment', async () => {
  const { treasury } = chooseAgencies('development');
  const first = await treasury.payOrder(order);
  const other = await treasury.payOrder({ ...order, orderedFor: 'premium/PKS-2027-002/2028' });
  expect(other.sp2dNumber).not.toBe(first.sp2dNumber);
});

test("the insurer confirms what was remitted, under one receipt a month's remittance", async () => {
  const { insurerCore } = chooseAgencies('test');
  const remittance = { sp2dNumber: 'S', remittedFor: order.orderedFor, period: order.period, amount: order.amount };
  const receipt = await insurerCore.confirmReceipt(remittance);
  expect(receipt.amount).toBe(order.amount);
  expect(await insurerCore.confirmReceipt(remittance)).toEqual(receipt);
  const february = await insurerCore.confirmReceipt({ ...remittance, period: period('2028-02') });
  expect(february.receipt).not.toBe(receipt.receipt);
});

test('an order to the bank is known to it from then on, by itself and by whoever asks later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerjasama-bank-'));
  const member = memberId('6f1c1a52-6a53-4b8e-9d0e-0b6e3ed7a001');
  for (const simulation of [null, folder]) {
    const { bank } = chooseAgencies('test', simulation);
    expect(await bank.findPayment('PKS-2027-001.2028.1/1')).toBeNull();
    const paid = await bank.payBenefit({ instruction: 'PKS-2027-001.2028.1/1', member, amount: rupiah(1) });
    expect(await bank.findPayment('PKS-2027-001.2028.1/1')).toEqual(paid);
    expect(await bank.findPayment('PKS-2027-001.2028.2/1')).toBeNull();
    const later = chooseAgencies('test', simulation).bank;
    expect(await later.findPayment('PKS-2027-001.2028.1/1')).toEqual(simulation === null ? null : paid);
  }
  rmSync(folder, { recursive: true });
});
