import { plainDate } from '@kerjasama/kernel/plain-date';

import { parseNik } from './nik';
import { PROVINCES } from './rows/membership-rows';
import { answerOf, touchedBy } from './testing/answer-of';

const asked = (nik: unknown, more: object = {}): object => ({ nik, cover_start: '2027-01-01', ...more });

describe('a NIK at enrolment', () => {
  it('is read into its parts', () => {
    expect(answerOf('nik', asked('3298014508900007'))).toEqual({
      valid: true,
      province: '32',
      regency: '98',
      district: '01',
      sex: 'F',
      birth_date: '1990-08-05',
      serial: '0007',
      review: [],
    });
  });

  it.each([
    [{ declared_birth: '1990-08-05', declared_sex: 'F' }, []],
    [{ declared_birth: '1990-08-06' }, ['BIRTH_DATE_MISMATCH']],
    [{ declared_sex: 'M' }, ['SEX_MISMATCH']],
    [{ declared_birth: '1991-08-05', declared_sex: 'M' }, ['BIRTH_DATE_MISMATCH', 'SEX_MISMATCH']],
  ])('declared %o is for review %o, never rejected', (declared, review) => {
    expect(answerOf('nik', asked('3298014508900007', declared))).toMatchObject({ valid: true, review });
  });

  it('takes the younger of two plausible centuries and marks it for review (A-42)', () => {
    expect(answerOf('nik', asked('3273050101200001'))).toMatchObject({
      birth_date: '2020-01-01',
      review: ['CENTURY_AMBIGUOUS'],
    });
    expect(answerOf('nik', asked('3273050101200001'), { 'A-42': 'older' })).toMatchObject({
      birth_date: '1920-01-01',
      review: ['CENTURY_AMBIGUOUS'],
    });
    expect(touchedBy('nik', asked('3273050101200001'))).toEqual(['A-42']);
    expect(touchedBy('nik', asked('3298014508900007'))).toEqual([]);
  });

  it('lists all faults of a bad one', () => {
    expect(answerOf('nik', asked('9900003293900000'))).toEqual({
      valid: false,
      codes: ['BAD_PROVINCE', 'BAD_REGENCY', 'BAD_DISTRICT', 'BAD_DAY', 'BAD_MONTH', 'BAD_SERIAL'],
    });
    expect(answerOf('nik', asked(3298014508900007))).toEqual({ valid: false, codes: ['NOT_16_DIGITS'] });
    expect(answerOf('nik', asked(undefined))).toEqual({ valid: false, codes: ['NOT_16_DIGITS'] });
  });

  it.each([
    '3298 0145 0890 0007',
    '32.98.01.450890.0007',
    '3298-0145-0890-0007',
    '３２９８０１４５０８９００００７',
    '٣٢٩٨٠١٤٥٠٨٩٠٠٠٠٧',
    '३२९८०१४५०८९००००७',
  ])('written %s is refused as it stands, or normalised first under the other reading (A-45)', (text) => {
    expect(answerOf('nik', asked(text))).toEqual({ valid: false, codes: ['NOT_16_DIGITS'] });
    expect(answerOf('nik', asked(text), { 'A-45': 'normalise' })).toMatchObject({
      valid: true,
      serial: '0007',
    });
  });

  it('touches A-45 only where normalising would help', () => {
    expect(touchedBy('nik', asked('3298 0145 0890 0007'))).toEqual(['A-45']);
    expect(touchedBy('nik', asked('3298 0145 0890 000'))).toEqual([]);
    expect(touchedBy('nik', asked('three'))).toEqual([]);
    expect(touchedBy('nik', asked('329801450890000'))).toEqual([]);
  });

  it.each([
    [{ cover_start: '2027-02-30' }, 'BAD_DATE'],
    [{ declared_birth: 'long ago' }, 'BAD_DATE'],
    [{ declared_sex: 'X' }, 'BAD_DECLARED_SEX'],
    [{ cover_start: '1899-12-31' }, 'NO_RULE_FOR_DATE'],
  ])('with %o is refused with %s', (change, code) => {
    expect(answerOf('nik', asked('3298014508900007', change))).toEqual({ status: 'REFUSED', code });
  });

  it('never shows the number in a trace or a refusal', () => {
    const [good, bad] = ['3298014508900007', '3298014508900000'].map((text) =>
      parseNik(text, { coverStart: plainDate('2027-01-01') }),
    );
    expect(good?.refused === false && JSON.stringify(good.value.trace)).not.toContain('014508');
    expect(JSON.stringify(bad)).not.toContain('014508');
    expect(bad).toMatchObject({ refused: true, code: 'BAD_SERIAL', details: { codes: ['BAD_SERIAL'] } });
  });

  it('knows the provinces 11-19, 21, 31-36, 51-53, 61-65, 71-76, 81, 82 and 91-96', () => {
    const span = (from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    expect(PROVINCES.rows[0]?.values).toEqual([
      ...span(11, 19),
      '21',
      ...span(31, 36),
      ...span(51, 53),
      ...span(61, 65),
      ...span(71, 76),
      '81',
      '82',
      ...span(91, 96),
    ]);
  });
});
