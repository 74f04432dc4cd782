import { type Refusal } from '@kerjasama/kernel/refusal';
import { type Language } from '@kerjasama/kernel/text';

/** RFC 9457, with our code and what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
  readonly path?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The families whose status is not the one of a rule that says no (422). */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  TOKEN_EXPIRED: 401,
  NO_SUCH_ROLE: 403,
  NOT_YOUR_ACT: 403,
  FOUR_EYES: 403,
  NOT_FOUND: 404,
  ACT_OUT_OF_ORDER: 409,
  ALREADY_EXISTS: 409,
  VERSION_CHANGED: 409,
  NOT_ITS_MAKER: 403,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NOT_READY: 503,
};

const MALFORMED = /^(BAD_|MALFORMED_|IDEMPOTENCY_KEY_|NOT_16_DIGITS|DATE_DOES_NOT_EXIST)/;

export function statusOf(code: string): number {
  return STATUS_OF_CODE[code] ?? (MALFORMED.test(code) ? 400 : 422);
}

export function toProblem(refusal: Refusal, language: Language): Problem {
  const { code, message, remedy, path, details } = refusal;
  return {
    type: `urn:kerjasama:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: message[language],
    status: statusOf(code),
    code,
    detail: message[language],
    remedy: remedy[language],
    ...(path === undefined ? {} : { path }),
    ...(details === undefined ? {} : { details }),
  };
}

/** Indonesian first: English only for who asks for it before Indonesian. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .toLowerCase()
    .split(',')
    .map(weigh)
    .filter(({ weight }) => weight > 0);
  const best = (language: Language) =>
    Math.max(0, ...wanted.filter(({ tag }) => tag.startsWith(language)).map(({ weight }) => weight));
  return best('en') > best('id') ? 'en' : 'id';
}

function weigh(part: string): { tag: string; weight: number } {
  const [tag = '', quality = 'q=1'] = part.trim().split(';');
  const weight = Number(quality.trim().replace(/^q=/, ''));
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
}
