import { plainDate } from '@kerjasama/kernel/plain-date';
import { judgeRow, type RowFields } from './judge-row';
import { type Reason } from './reasons';
import { rosterLawOn } from './roster-law';

const COVER = plainDate('2028-01-01');
const GOOD: RowFields = {
  nik: '3295015008900007',
  nama: 'Siti Utami',
  tanggal_lahir: '1990-08-10',
  jenis_kelamin: 'P',
  pekerjaan: 'Pedagang',
  tempat_kerja: 'Pasar Minggu',
  jam_kerja: '05:00-13:00',
  kode_kabupaten: '3295',
  sumber_data: 'DTSEN',
};
const judge = (changes: Partial<RowFields>) => judgeRow({ ...GOOD, ...changes }, rosterLawOn(COVER));
const reasonsOf = (changes: Partial<RowFields>): readonly Reason[] => {
  const judged = judge(changes);
  return judged.accepted ? [] : judged.reasons;
};

test('a good row is accepted as it is, without anything to review', () => {
  expect(judge({})).toMatchObject({
    accepted: true,
    row: { nik: GOOD.nik, job: 'pedagang', declaredJob: 'Pedagang', bornOn: '1990-08-10', sex: 'P' },
    reviews: [],
  });
});

test.each<[string, Partial<RowFields>, readonly Reason[]]>([
  ['a NIK of 15 digits', { nik: GOOD.nik.slice(1) }, ['NIK_LENGTH']],
  ['a NIK of 17 digits', { nik: `${GOOD.nik}0` }, ['NIK_LENGTH']],
  ['a letter O for a zero', { nik: '329501500890O007' }, ['NIK_NOT_DIGITS']],
  ['a NIK with a blank at its end', { nik: `${GOOD.nik} ` }, ['NIK_NOT_DIGITS', 'NIK_LENGTH']],
  ['a NIK behind an apostrophe', { nik: `'${GOOD.nik}` }, ['NIK_NOT_DIGITS', 'NIK_LENGTH']],
  ['digits of another script', { nik: '٣٢٩٥٠١٥٠٠٨٩٠٠٠٠٧' }, ['NIK_NOT_DIGITS']],
  ['scientific notation with a comma', { nik: '3,29502E+15' }, ['NIK_SCIENTIFIC']],
  ['scientific notation with a dot', { nik: '3.29502e15' }, ['NIK_SCIENTIFIC']],
  ['no NIK', { nik: '' }, ['NIK_MISSING']],
  ['30 February in the NIK', { nik: '3295017002900007' }, ['NIK_DATE']],
  ['29 February 1900 and 2000: one of them exists', { nik: '3295016902000007', tanggal_lahir: '2000-02-29' }, []],
  ['month 13 in the NIK', { nik: '3295015013900007' }, ['NIK_DATE']],
  ['an unknown province', { nik: '9995015008900007' }, ['NIK_REGION']],
  ['regency 00', { nik: '3200015008900007' }, ['NIK_REGION']],
  ['serial 0000', { nik: '3295015008900000' }, ['NIK_SERIAL']],
  ['no name', { nama: '  ' }, ['NAME_MISSING']],
  ['no birth date', { tanggal_lahir: '' }, ['BIRTH_DATE_MISSING']],
  ['30 February', { tanggal_lahir: '1990-02-30' }, ['BIRTH_DATE_IMPOSSIBLE']],
  ['an American date', { tanggal_lahir: '08/30/1990' }, ['BIRTH_DATE_IMPOSSIBLE']],
  ['18 on the day cover starts', { tanggal_lahir: '2010-01-01' }, []],
  ['18 on the day after', { tanggal_lahir: '2010-01-02' }, ['UNDER_AGE']],
  ['65 on the day after cover starts', { tanggal_lahir: '1963-01-02' }, []],
  ['65 on the day cover starts', { tanggal_lahir: '1963-01-01' }, ['OVER_AGE']],
  ['an unknown sex', { jenis_kelamin: 'X' }, ['SEX_UNKNOWN']],
  ['no job', { pekerjaan: '' }, ['JOB_MISSING']],
  ['no place of work', { tempat_kerja: '' }, ['WORKPLACE_MISSING']],
  ['no working hours', { jam_kerja: '' }, ['HOURS_MISSING']],
  ['an unknown regency', { kode_kabupaten: '3200' }, ['REGION_UNKNOWN']],
  ['no source list', { sumber_data: '' }, ['SOURCE_MISSING']],
  ['a NUL byte in the name', { nama: 'Siti\u0000' }, ['TEXT_UNREADABLE']],
  [
    'every fault at once',
    { nik: 'x', nama: '', tanggal_lahir: '' },
    ['NIK_NOT_DIGITS', 'NIK_LENGTH', 'NAME_MISSING', 'BIRTH_DATE_MISSING'],
  ],
])('%s', (_, changes, reasons) => {
  expect(reasonsOf(changes)).toEqual(reasons);
});

test('a NIK that tells another birth date or sex is marked for review and accepted', () => {
  expect(judge({ tanggal_lahir: '1991-08-10', jenis_kelamin: 'L' })).toMatchObject({
    accepted: true,
    reviews: ['NIK_BIRTH_DATE_DIFFERS', 'NIK_SEX_DIFFERS'],
  });
});

test('dates as Indonesian sheets write them, and words for the sex', () => {
  expect(judge({ tanggal_lahir: '10/08/1990', jenis_kelamin: 'perempuan' })).toMatchObject({
    accepted: true,
    row: { bornOn: '1990-08-10', sex: 'P' },
  });
});

test('text that begins like a formula stays text', () => {
  expect(judge({ nama: '=HYPERLINK("http://x")', tempat_kerja: '@SUM(A1)' })).toMatchObject({
    accepted: true,
    row: { name: '=HYPERLINK("http://x")', workplace: '@SUM(A1)' },
  });
});

test('a job outside the list is kept as it was written, and counted as another', () => {
  expect(judge({ pekerjaan: 'Dalang' })).toMatchObject({
    row: { job: 'lainnya', declaredJob: 'Dalang' },
    reviews: ['JOB_UNLISTED'],
  });
});

test('the published examples of NIK are read as published', () => {
  const man = judge({ nik: '3602041211870001', tanggal_lahir: '1987-11-12', jenis_kelamin: 'L' });
  const woman = judge({ nik: '3515144508680002', tanggal_lahir: '1968-08-05', jenis_kelamin: 'P' });
  expect([man, woman]).toMatchObject([
    { accepted: true, reviews: [] },
    { accepted: true, reviews: [] },
  ]);
});
