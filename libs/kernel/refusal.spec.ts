import { assertNever } from './assert-never';
import { accept, expectAccepted, refuse } from './refusal';

const refused = refuse('NO', { id: 'tidak', en: 'no' }, { id: 'coba lagi', en: 'try again' });

describe('an outcome', () => {
  it('is a value', () => {
    expect(accept(5)).toEqual({ refused: false, value: 5 });
    expect(expectAccepted(accept(5))).toBe(5);
  });

  it('is a refusal with its code, and a path and details where they are given', () => {
    expect(refused).toEqual({
      refused: true,
      code: 'NO',
      message: { id: 'tidak', en: 'no' },
      remedy: { id: 'coba lagi', en: 'try again' },
    });
    const more = { path: 'heads', details: { heads: 5 } };
    expect(refuse('NO', refused.message, refused.remedy, more)).toEqual({ ...refused, ...more });
  });

  it('that was not expected to be refused is a defect, with its code and message', () => {
    expect(() => expectAccepted(refused)).toThrow('Unexpected refusal NO: no');
  });
});

it('a member that no switch knows is a defect that names it', () => {
  expect(() => assertNever('SURPRISE' as never)).toThrow('Unexpected member of a closed union: "SURPRISE"');
});
