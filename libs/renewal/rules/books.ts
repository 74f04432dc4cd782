import { type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { formatRupiah, type Rupiah, subtract, toDecimal } from '@kerjasama/kernel/rupiah';

/** What the year's contributions come to, in rupiah. */
export interface PremiumSums {
  readonly billed: Rupiah;
  readonly paid: Rupiah;
  readonly reconciled: Rupiah;
}

/** The books of a year are closed on its last day, not before. */
export function judgeClosingDay(on: PlainDate, closeOn: PlainDate): Refusal | null {
  if (on >= closeOn) return null;
  return refuse(
    'TOO_EARLY',
    { id: `Buku tahun ini ditutup mulai ${closeOn}.`, en: `The books of this year are closed from ${closeOn} on.` },
    { id: `Tunggu sampai ${closeOn}.`, en: `Wait until ${closeOn}.` },
    { details: { closeOn } },
  );
}

/** Billed, paid and reconciled are one sum, or the books stay open. Refuses BOOKS_DO_NOT_CLOSE with each difference. */
export function judgeBooks({ billed, paid, reconciled }: PremiumSums): Refusal | null {
  const unpaid = subtract(billed, paid);
  const unreconciled = subtract(paid, reconciled);
  if (unpaid === 0 && unreconciled === 0) return null;
  return refuse(
    'BOOKS_DO_NOT_CLOSE',
    {
      id: `Tagihan dikurangi pembayaran ${formatRupiah(unpaid)}; pembayaran dikurangi rekonsiliasi ${formatRupiah(unreconciled)}.`,
      en: `Billed less paid is ${formatRupiah(unpaid, 'en')}; paid less reconciled is ${formatRupiah(unreconciled, 'en')}.`,
    },
    {
      id: 'Selesaikan bulan yang belum lunas atau belum direkonsiliasi, lalu tutup buku lagi.',
      en: 'Settle the months that are not paid or not reconciled, then close the books again.',
    },
    {
      details: {
        billed: toDecimal(billed),
        paid: toDecimal(paid),
        reconciled: toDecimal(reconciled),
        billedLessPaid: toDecimal(unpaid),
        paidLessReconciled: toDecimal(unreconciled),
      },
    },
  );
}
