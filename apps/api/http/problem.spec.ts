import { refuse } from '@kerjasama/kernel/refusal';
import { languageOf, statusOf, toProblem } from './problem';

test.each([
  [undefined, 'id'],
  ['', 'id'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['id;q=0.2,en;q=0.8', 'en'],
  ['fr,de', 'id'],
  ['en;q=0', 'id'],
  ['en;q=banana', 'id'],
] as const)('a reader who accepts %p reads %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test.each([
  ['BAD_BODY', 400],
  ['IDEMPOTENCY_KEY_MISSING', 400],
  ['NOT_SIGNED_IN', 401],
  ['NOT_YOUR_ACT', 403],
  ['FOUR_EYES', 403],
  ['NOT_FOUND', 404],
  ['ACT_OUT_OF_ORDER', 409],
  ['BODY_TOO_LARGE', 413],
  ['KEY_REUSED', 422],
  ['BUDGET_SHORT', 422],
  ['NOT_READY', 503],
])('%s leaves as %i', (code, status) => {
  expect(statusOf(code)).toBe(status);
});

test('a refusal becomes a problem in the language of its reader, with what to do next', () => {
  const refusal = refuse('FOUR_EYES', { id: 'sama', en: 'same' }, { id: 'minta', en: 'ask' }, { path: 'who' });
  expect(toProblem(refusal, 'id')).toEqual({
    type: 'urn:kerjasama:problem:four-eyes',
    title: 'sama',
    status: 403,
    code: 'FOUR_EYES',
    detail: 'sama',
    remedy: 'minta',
    path: 'who',
  });
  expect(toProblem(refusal, 'en')).toMatchObject({ detail: 'same', remedy: 'ask' });
});
