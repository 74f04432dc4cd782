import { rupiah, type Rupiah } from '@kerjasama/kernel/rupiah';

export type Rounding = 'floor' | 'half-up' | 'ceil';

/** A part of an amount, kept as whole numbers until the one division at the end: `amount × times ÷ by`. */
export interface Portion {
  readonly amount: number;
  readonly times: number;
  readonly by: number;
}

export function isWhole({ amount, times, by }: Portion): boolean {
  return (BigInt(amount) * BigInt(times)) % BigInt(by) === 0n;
}

/** Multiplies first and divides last. Amounts are not negative; a result beyond a safe integer is a defect and throws. */
export function portionOf({ amount, times, by }: Portion, rounding: Rounding): Rupiah {
  const [product, divisor] = [BigInt(amount) * BigInt(times), BigInt(by)];
  const carried = { floor: 0n, 'half-up': divisor / 2n, ceil: divisor - 1n }[rounding];
  return rupiah(Number((product + carried) / divisor));
}
