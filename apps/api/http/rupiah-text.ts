import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';

/** Rupiah in JSON: a decimal string of whole, non-negative rupiah. */
export const rupiahText = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .transform((text, context): Rupiah => {
    const parsed = parseRupiah(text);
    if (!parsed.refused) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.code });
    return z.NEVER;
  });

/** A decimal string on its way out. */
export const decimalText = z.string().regex(/^-?\d+$/);
