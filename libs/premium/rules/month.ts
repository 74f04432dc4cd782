import { type FiscalYear, type Period } from '@kerjasama/kernel/period';
import { dateOf, type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { type Rupiah, toDecimal } from '@kerjasama/kernel/rupiah';

/** The last day on which a fiscal year can pay: money unspent at 31 December lapses (UU 17/2003; domain, section 7.3). */
export function lastDayToPay(year: FiscalYear): PlainDate {
  return dateOf(year, 12, 31);
}

/** An act names the month it means, so that nobody pays another month than the one he saw. */
export function judgePeriod(inHand: Period | null, named: Period): Refusal | null {
  if (inHand === named) return null;
  return refuse(
    'WRONG_PERIOD',
    { id: `Tagihan yang berjalan bukan bulan ${named}.`, en: `The bill in hand is not that of ${named}.` },
    inHand === null
      ? { id: 'Tunggu sampai tagihan terbit.', en: 'Wait until a bill is issued.' }
      : { id: `Sebutkan bulan ${inHand}.`, en: `Name the month ${inHand}.` },
    { path: 'period', details: { period: inHand } },
  );
}

/** Of one month, in rupiah: what was billed, what the treasury paid, what the insurer received. */
export interface MonthSums {
  readonly billed: Rupiah;
  readonly paid: Rupiah;
  readonly received: Rupiah;
}

/** A month is reconciled when its three sums are one, to the rupiah. */
export function judgeMonth({ billed, paid, received }: MonthSums): Refusal | null {
  if (billed === paid && paid === received) return null;
  return refuse(
    'MONTH_DOES_NOT_TIE',
    {
      id: `Tagihan ${billed}, pembayaran ${paid} dan penerimaan ${received} tidak sama.`,
      en: `Billed ${billed}, paid ${paid} and received ${received} are not one sum.`,
    },
    {
      id: 'Cocokkan SP2D dengan mutasi rekening penerima sebelum bulan ini ditutup.',
      en: "Match the SP2D with the movement on the receiver's account before the month is closed.",
    },
    { details: { billed: toDecimal(billed), paid: toDecimal(paid), received: toDecimal(received) } },
  );
}

/** The budget cannot carry the bill: the tariff rose during the year, or more heads were decreed than paid for. */
export function exceedsAllocation(period: Period, amount: Rupiah): Refusal {
  return refuse(
    'BILL_EXCEEDS_ALLOCATION',
    {
      id: `Tagihan ${period} sebesar ${amount} melebihi sisa alokasi.`,
      en: `The bill of ${period}, ${amount}, exceeds what is left of the allocation.`,
    },
    { id: 'Ajukan revisi anggaran.', en: 'Have the budget revised.' },
    { details: { period, amount: toDecimal(amount) } },
  );
}

/** A number of an SPP or SPM names one payment only. */
export function numberUsed(path: 'sppNumber' | 'spmNumber'): Refusal {
  return refuse(
    'NUMBER_USED',
    { id: 'Nomor ini sudah dipakai untuk bulan lain.', en: 'This number already names the payment of another month.' },
    { id: 'Pakai nomor surat yang baru.', en: 'Use a new number.' },
    { path },
  );
}
