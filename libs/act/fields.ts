import { parsePlainDate, type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Outcome } from '@kerjasama/kernel/refusal';
import { parseRupiah, type Rupiah } from '@kerjasama/kernel/rupiah';
import { z } from 'zod';

/** Text that a parser of ours turns into a value; its refusal's code is the issue. */
export function parsedText<Value>(parse: (text: string) => Outcome<Value>) {
  return z.string().transform((text, context): Value => {
    const outcome = parse(text);
    if (!outcome.refused) return outcome.value;
    context.addIssue({ code: 'custom', message: outcome.code });
    return z.NEVER;
  });
}

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

export const dateText = parsedText<PlainDate>(parsePlainDate);

const LONGEST_REASON = 500;

/** Why an officer does something, in his words: no control characters, and no number of a person. */
export const reasonText = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_REASON)
  .regex(/^[^\p{Cc}]+$/u)
  .refine((text) => !/(?:\d[ .-]?){16}/.test(text), { message: 'HOLDS_A_NIK' });

/** The body of an act on what is there: what the officer saw, by its version, and the act's own fields. */
export function seen<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ version: z.int().min(1), ...shape });
}
