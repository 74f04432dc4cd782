import { regulationCommand } from './regulation-command';

let said = '';
let complained = '';

beforeEach(() => {
  [said, complained] = ['', ''];
  process.exitCode = undefined;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

const run = async (...args: string[]): Promise<void> => {
  await regulationCommand().parseAsync(args, { from: 'user' });
};

describe('kerjasama regulation explain', () => {
  const accident = ['explain', 'benefit', '--event', '2022-03-03', '--kind', 'accident-death', '--wage', '1000000'];

  it('prints the trace a claims officer can read, in Indonesian', async () => {
    await run(...accident);
    expect(said).toContain('santunan kematian karena kecelakaan kerja: Rp 48.000.000');
    expect(said).toContain('jumlah: Rp 70.000.000');
    expect(said).toContain('tanggal peristiwa: 2022-03-03');
    expect(said).toContain('dasar upah (W): Rp 1.000.000');
    expect(said).toContain(
      'Santunan kematian karena kecelakaan kerja: PP 44/2015 jo. PP 82/2019, Lampiran III (2019-12-02 - seterusnya) [S, belum diverifikasi]',
    );
    expect(said).toMatch(/Versi aturan: [0-9a-f]{64}/);
    expect(process.exitCode).toBeUndefined();
  });

  it('prints it in English, or as JSON', async () => {
    await run(...accident, '--language', 'en');
    expect(said).toContain('death by work accident: Rp 48,000,000');
    said = '';
    await run(...accident, '--json');
    expect(JSON.parse(said)).toMatchObject({ answer: { total: 70_000_000 }, trace: { calculation: 'jkk_death' } });
  });

  it('shows the open readings a result depends on, and takes a decision of them', async () => {
    const incapacity = ['explain', 'benefit', '--event', '2022-01-01', '--kind', 'incapacity', '--wage', '1000000'];
    await run(...incapacity, '--months', '0', '--days', '2');
    expect(said).toContain('A-05 fraction-of-daily-stmb = floor (bawaan)');
    expect(said).toContain('Bagian harian STMB, W/30, yang bukan rupiah bulat?');
    expect(said).toContain('Rp 66.666');
    said = '';
    await run(...incapacity, '--months', '0', '--days', '2', '--reading', 'A-05=ceil');
    expect(said).toContain('A-05 fraction-of-daily-stmb = ceil (diputuskan lain dari bawaan)');
    expect(said).toContain('Rp 66.667');
  });

  it('says provisional where a deadline rests on a computed calendar', async () => {
    await run('explain', 'request', '{"kind":"clock","input":{"clock":"SPP","start_on":"2028-03-16"}}');
    expect(said).toContain('Sementara: kalender belum ditetapkan untuk tahun 2028');
  });

  it('explains a refusal and ends with code 1', async () => {
    await run('explain', 'benefit', '--event', '2022-02-30', '--kind', 'natural-death', '--tenure-months', '5');
    expect(said).toContain('DITOLAK BAD_DATE: Tanggal tidak ada di kalender.');
    expect(process.exitCode).toBe(1);
  });

  it('explains a contribution', async () => {
    await run('explain', 'contribution', '--date', '2026-05-01', '--income', '900000', '--payer', 'APBN');
    expect(said).toContain('iuran yang dibayar APBN dikecualikan dari keringanan');
    expect(said).toContain('iuran 2026-05: Rp 16.800');
  });

  it('calls an invalid identity number what it is', async () => {
    await run('explain', 'request', '{"kind":"nik","input":{"nik":"12","cover_start":"2027-01-01"}}');
    expect(said).toContain('NOT_16_DIGITS');
    expect(process.exitCode).toBe(1);
  });
});

describe('kerjasama regulation list', () => {
  it('shows unverified rows as such', async () => {
    await run('list');
    expect(said).toContain('[K BELUM DIVERIFIKASI]');
    expect(said).toContain('[C terverifikasi]');
    expect(said).toContain('2027  ');
    expect(said).toContain('SEMENTARA');
    said = '';
    await run('list', '--json', '--language', 'en');
    expect(JSON.parse(said)).toHaveProperty('rules');
  });

  it('shows the open readings with what they touch', async () => {
    await run('list', '--open');
    expect(said).toContain('A-45 nik-with-blanks-or-other-digits');
    expect(said).toContain('menyentuh: jkk-stmb');
    said = '';
    await run('list', '--open', '--json');
    expect(JSON.parse(said)).toHaveLength(50);
  });
});

it('a decision that is no choice is complained about and ends with code 2', async () => {
  await run('list', '--open', '--reading', 'A-05=sideways');
  expect(complained).toContain('Pilihan untuk A-05 tidak dikenal.');
  expect(said).toBe('');
  expect(process.exitCode).toBe(2);
});
