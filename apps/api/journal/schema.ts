import { z } from 'zod';

/** One page of a chain, in its order. */
export const actPage = z.object({
  acts: z.array(
    z.object({
      leaf: z.int(),
      chain: z.string(),
      seq: z.int(),
      act: z.string(),
      actor: z.string(),
      agency: z.enum(['kemensos', 'bpjs-tk', 'house']),
      role: z.string().nullable(),
      basis: z.string(),
      businessDate: z.string(),
      recordedAt: z.string(),
      workflow: z.string().nullable(),
      key: z.string(),
      payload: z.record(z.string(), z.unknown()),
      hash: z.string(),
    }),
  ),
  next: z.int().nullable(),
});
