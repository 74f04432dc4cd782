import fc from 'fast-check';

import { maskNik, printNik, readNik, type Sex } from './nik';
import { addDays, plainDate } from './plain-date';

const rules = { provinces: ['32', '33', '35', '36', '96'], coverStart: plainDate('2027-01-01') };
const read = (text: string, coverStart = '2027-01-01'): object =>
  readNik(text, { ...rules, coverStart: plainDate(coverStart) });

describe('a NIK that reads well', () => {
  it.each([
    ['3602041211870001', 'M', '1987-11-12'],
    ['3515140508680001', 'M', '1968-08-05'],
    ['3515144508680002', 'F', '1968-08-05'],
    ['3273056010900009', 'F', '1990-10-20'],
    ['3273057112900009', 'F', '1990-12-31'],
    ['3273053112900009', 'M', '1990-12-31'],
    ['3273054101900009', 'F', '1990-01-01'],
    ['3273050101900009', 'M', '1990-01-01'],
    ['3273052902040001', 'M', '2004-02-29'],
    ['3273052902000001', 'M', '2000-02-29'],
  ])('published example or border %s: %s born %s', (text, sex, born) => {
    expect(read(text)).toEqual({
      nik: text,
      parts: {
        province: text.slice(0, 2),
        regency: text.slice(2, 4),
        district: text.slice(4, 6),
        sex,
        serial: text.slice(12),
      },
      births: [born],
    });
  });

  it.each([
    ['3273050101200001', '2027-01-01', ['2020-01-01', '1920-01-01'], 'seven or a hundred and seven years old'],
    ['3273050101160001', '2027-01-01', ['2016-01-01'], 'a hundred and eleven is too old'],
    ['3273050101170001', '2027-01-01', ['2017-01-01', '1917-01-01'], 'exactly a hundred and ten'],
    ['3273050101270001', '2027-01-01', ['2027-01-01', '1927-01-01'], 'born on the day cover starts'],
    ['3273050201270001', '2027-01-01', ['1927-01-02'], 'born the day after cover starts'],
  ])('%s at %s may be born %o [%s]', (text, coverStart, births) => {
    expect(read(text, coverStart)).toMatchObject({ births });
  });
});

describe('a NIK with faults', () => {
  it.each([
    ['', ['NOT_16_DIGITS']],
    ['327305601090000', ['NOT_16_DIGITS']],
    ['32730560109000091', ['NOT_16_DIGITS']],
    ['3273056010900o09', ['NOT_16_DIGITS']],
    [' 273056010900009', ['NOT_16_DIGITS']],
    ['3273056010900009\n', ['NOT_16_DIGITS']],
    ['9973056010900009', ['BAD_PROVINCE']],
    ['3200056010900009', ['BAD_REGENCY']],
    ['3273006010900009', ['BAD_DISTRICT']],
    ['3273050010900009', ['BAD_DAY']],
    ['3273053210900009', ['BAD_DAY']],
    ['3273054010900009', ['BAD_DAY']],
    ['3273057210900009', ['BAD_DAY']],
    ['3273050100900009', ['BAD_MONTH']],
    ['3273050113900009', ['BAD_MONTH']],
    ['3273050093900009', ['BAD_DAY', 'BAD_MONTH']],
    ['3273053004900009', []],
    ['3273053104900009', ['DATE_DOES_NOT_EXIST']],
    ['3273053002000009', ['DATE_DOES_NOT_EXIST']],
    ['3273052902010009', ['DATE_DOES_NOT_EXIST']],
    ['3273056010900000', ['BAD_SERIAL']],
    ['9900003293900000', ['BAD_PROVINCE', 'BAD_REGENCY', 'BAD_DISTRICT', 'BAD_DAY', 'BAD_MONTH', 'BAD_SERIAL']],
    ['9900003104900000', ['BAD_PROVINCE', 'BAD_REGENCY', 'BAD_DISTRICT', 'DATE_DOES_NOT_EXIST', 'BAD_SERIAL']],
  ])('%j: %o', (text, faults) => {
    expect(read(text)).toEqual(faults.length === 0 ? expect.objectContaining({ nik: text }) : { faults });
  });

  it('has no plausible age where neither century gives 0 to 110 years', () => {
    expect(read('3273050101160001', '2011-01-01')).toMatchObject({ births: ['1916-01-01'] });
    expect(read('3273052902160001', '2011-01-01')).toMatchObject({ births: ['1916-02-29'] });
    expect(read('3273050101160001', '1915-12-31')).toEqual({ faults: ['NO_PLAUSIBLE_AGE'] });
  });
});

describe('printing a NIK', () => {
  const parts = fc.record({
    province: fc.constantFrom(...rules.provinces),
    regency: fc.integer({ min: 1, max: 99 }),
    district: fc.integer({ min: 1, max: 99 }),
    sex: fc.constantFrom<Sex>('F', 'M'),
    born: fc.integer({ min: 0, max: 40_000 }),
    serial: fc.integer({ min: 1, max: 9_999 }),
  });
  const two = (count: number, width = 2): string => String(count).padStart(width, '0');

  it('and reading it again gives the same parts', () => {
    fc.assert(
      fc.property(parts, ({ province, regency, district, sex, born, serial }) => {
        const birthDate = addDays(rules.coverStart, -born);
        const made = { province, regency: two(regency), district: two(district), sex, serial: two(serial, 4) };
        const nik = printNik({ ...made, birthDate });
        const again = readNik(nik, rules);
        expect(again).toMatchObject({ nik, parts: made });
        expect('births' in again && again.births).toContain(birthDate);
      }),
    );
  });

  it('for people hides all but the region and the serial', () => {
    const nik = printNik({
      province: '32',
      regency: '71',
      district: '01',
      sex: 'F',
      birthDate: plainDate('1990-08-05'),
      serial: '0007',
    });
    expect(nik).toBe('3271014508900007');
    expect(maskNik(nik)).toBe('3271••••••••0007');
  });
});
