import { z } from 'zod';

const rule = z.object({
  table: z.string(),
  title: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  decree: z.string(),
  article: z.string(),
  confidence: z.string(),
  verified: z.boolean(),
  source: z.string(),
  values: z.unknown(),
  note: z.string().nullable(),
  openReadings: z.array(z.string()),
});

const calendarYear = z.object({
  year: z.int(),
  status: z.enum(['decreed', 'provisional']),
  decree: z.string(),
  confidence: z.string(),
  source: z.string(),
  holidays: z.array(z.string()),
  jointLeave: z.array(z.string()),
  note: z.string().nullable(),
});

export const regulation = z.object({ version: z.string(), rules: z.array(rule), calendar: z.array(calendarYear) });

export const openReadings = z.object({
  readings: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      question: z.string(),
      choice: z.string(),
      isDefault: z.boolean(),
      byDefault: z.string(),
      choices: z.array(z.object({ name: z.string(), meaning: z.string() })),
      touches: z.array(z.string()),
    }),
  ),
});
