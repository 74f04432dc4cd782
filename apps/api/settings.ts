import { z } from 'zod';

/** What the API needs from its environment; without any of these it refuses to start and says which. */
const settings = z
  .object({
    NODE_ENV: z.string().optional(),
    DATABASE_URL: z.string().min(1),
    TEMPORAL_ADDRESS: z.string().min(1),
    TEMPORAL_NAMESPACE: z.string().default('kerjasama'),
    TEMPORAL_UI_URL: z.url().optional(),
    KEYS_FOLDER: z.string().min(1),
    CONTENT_FOLDER: z.string().min(1),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string().default('kerjasama'),
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** `open` lets the Temporal UI of an embedded stack decode without a token; only on loopback, never in production. */
    CODEC_ENDPOINT: z.enum(['signed-in', 'open']).default('signed-in'),
  })
  .refine(
    ({ CODEC_ENDPOINT, NODE_ENV, API_HOST }) =>
      CODEC_ENDPOINT === 'signed-in' || (NODE_ENV !== 'production' && API_HOST === '127.0.0.1'),
    {
      path: ['CODEC_ENDPOINT'],
      message: 'CODEC_ENDPOINT=open is for an embedded stack on 127.0.0.1 only',
    },
  );

export type ApiSettings = z.infer<typeof settings>;

/** @throws naming every variable that is missing or wrong, never its value */
export function parseApiSettings(environment: Record<string, unknown>): ApiSettings {
  const parsed = settings.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The API cannot start. Set these variables:\n${faults.join('\n')}`);
}
