import { type Decree, type DecreeBeneficiaries, type SubmitRoster } from '@kerjasama/enrolment/contract';
import { REASONS, REVIEWS } from '@kerjasama/enrolment/rules/reasons';
import {
  LARGEST_PAGE,
  type Member,
  type Page,
  type RejectedRow,
  type RowRef,
} from '@kerjasama/enrolment/views/members';
import { type EnrolmentStand } from '@kerjasama/enrolment/views/standing';
import { accept, type Outcome, refuse } from '@kerjasama/kernel/refusal';
import { z } from 'zod';
import { plainText } from '../http/zod-body';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.object({ id: z.string(), en: z.string() });

export const submitRoster = z.strictObject({ sha256 }) satisfies z.ZodType<SubmitRoster>;

export const decreeBeneficiaries = z.strictObject({
  number: plainText(80),
  rosterRoot: sha256,
  workers: z.int().min(1).max(10_000_000),
}) satisfies z.ZodType<DecreeBeneficiaries>;

export const rosterSubmitted = z.object({ submission: z.int(), sha256 });

export const decree = z.object({
  enrolled: z.int(),
  rosterRoot: sha256,
  decree: z.string(),
}) satisfies z.ZodType<Decree>;

export const uploaded = z.object({ sha256, content: z.enum(['stored', 'present']) });

export const enrolment = z.object({
  status: z.enum(['none', 'submitted', 'judged', 'decreed', 'lapsed']),
  enrolled: z.int(),
  rosterRoot: sha256.nullable(),
  submissions: z.array(
    z.object({
      submission: z.int(),
      sha256,
      submittedOn: z.string(),
      judged: z
        .object({
          rows: z.int(),
          accepted: z.int(),
          rejected: z.int(),
          unchanged: z.int(),
          byReason: z.record(z.string(), z.int()),
        })
        .nullable(),
    }),
  ),
  decree: decree.nullable(),
}) satisfies z.ZodType<EnrolmentStand>;

const next = z.string().nullable().describe('Where the next page begins: the `after` of the next request');

/** Lines and reasons, without a word of the rows themselves; `reasons` says what each code means. */
export const rejectedPage = z.object({
  rows: z.array(z.object({ submission: z.int(), line: z.int(), reasons: z.array(z.string()) })),
  reasons: z.record(z.string(), text),
  next,
});

export const memberPage = z.object({
  members: z.array(
    z.object({
      member: z.string(),
      submission: z.int(),
      line: z.int(),
      job: z.string(),
      region: z.string(),
      reviews: z.array(z.string()),
    }),
  ),
  reviews: z.record(z.string(), text),
  next,
});

export function toRejectedJson(page: Page<RejectedRow>): z.input<typeof rejectedPage> {
  return {
    rows: page.items.map((row) => ({ ...row, reasons: [...row.reasons] })),
    reasons: REASONS,
    next: toCursor(page.next),
  };
}

/** What identifies nobody: age and sex stay inside. */
export function toMembersJson(page: Page<Member>): z.input<typeof memberPage> {
  return {
    members: page.items.map(({ member, submission, line, job, region, reviews }) => ({
      ...{ member, submission, line, job, region },
      reviews: [...reviews],
    })),
    reviews: REVIEWS,
    next: toCursor(page.next),
  };
}

const USUAL_PAGE = 100;

/** `after` is `submission.line`, `limit` 1 to 1,000. */
export function parsePage(
  after: string | undefined,
  limit: string | undefined,
): Outcome<{ readonly after: RowRef | null; readonly limit: number }> {
  const place = /^(\d{1,4})\.(\d{1,9})$/.exec(after ?? '0.0');
  const count = Number(/^\d{1,4}$/.exec(limit ?? String(USUAL_PAGE))?.[0] ?? 0);
  if (place === null || count < 1 || count > LARGEST_PAGE) return badPage();
  return accept({ after: { submission: Number(place[1]), line: Number(place[2]) }, limit: count });
}

function toCursor(place: RowRef | null): string | null {
  return place === null ? null : `${place.submission}.${place.line}`;
}

function badPage(): Outcome<never> {
  return refuse(
    'BAD_PAGE',
    { id: 'Halaman yang diminta tidak dapat dibaca.', en: 'The page asked for cannot be read.' },
    {
      id: `Pakai limit 1 sampai ${LARGEST_PAGE} dan after dari halaman sebelumnya.`,
      en: `Use a limit of 1 to ${LARGEST_PAGE}, and the after of the page before.`,
    },
  );
}
