import { GROUND_CODES, judgeGround, REFUSAL_GROUNDS } from './grounds';
import { CLAIM_KINDS } from './lifecycle';

test('every ground can be read in both languages and fits some kind of claim', () => {
  for (const code of GROUND_CODES) {
    const { text, kinds } = REFUSAL_GROUNDS[code];
    expect(text.id.length * text.en.length).toBeGreaterThan(0);
    expect(kinds.length).toBeGreaterThan(0);
  }
});

test.each(CLAIM_KINDS)('a claim of kind %s can be refused on some ground', (kind) => {
  expect(GROUND_CODES.filter((code) => judgeGround(kind, code) === null)).not.toEqual([]);
});

test('a natural death cannot be refused because it was no accident: the grounds that fit are named', () => {
  expect(judgeGround('death', 'NO_EXTERNAL_INJURY')).toMatchObject({
    code: 'GROUND_DOES_NOT_FIT',
    details: { grounds: ['DEATH_NOT_CERTIFIED', 'NOT_THE_MEMBER', 'DOCUMENTS_FALSE'] },
  });
});
