import { addDays, addMonths, type PlainDate } from '@kerjasama/kernel/plain-date';
import { type Column } from '../rules/header';
import { rowRandom } from './random';

/** One row of the sample, column by column. */
export type SampleWorker = Readonly<Record<Column, string>>;

/** Who is written: `index` from 0, ages as of the first day of cover. */
export interface SampleFrame {
  readonly seed: number;
  readonly coverStart: PlainDate;
}

const MEN = [
  'Agus',
  'Budi',
  'Joko',
  'Slamet',
  'Bambang',
  'Ahmad',
  'Hendra',
  'Yusuf',
  'Wayan',
  'Rahmat',
  'Dedi',
  'Iwan',
];
const WOMEN = ['Siti', 'Sri', 'Dewi', 'Nur', 'Ratna', 'Wati', 'Yuni', 'Endang', 'Kadek', 'Fitri', 'Lestari', 'Rina'];
const LAST = [
  'Santoso',
  'Wibowo',
  'Hidayat',
  'Saputra',
  'Siregar',
  'Nasution',
  'Lubis',
  'Rahman',
  'Kurnia',
  'Utami',
  'Halim',
  'Maulana',
];

/** The article's jobs first and most often; with a place and hours that the determination of an accident needs. */
const LIVELIHOODS = [
  ['pedagang', 'Pasar Minggu, Blok A', '05:00-13:00'],
  ['pedagang', 'Pasar Induk', '03:00-11:00'],
  ['pemulung', 'TPA dan sekitarnya', '06:00-16:00'],
  ['pemulung', 'Lapak rongsok', '07:00-15:00'],
  ['sopir', 'Terminal', '05:00-15:00'],
  ['sopir', 'Trayek angkutan kota', '06:00-18:00'],
  ['nelayan', 'Tempat pelelangan ikan', '20:00-08:00'],
  ['nelayan', 'Pelabuhan rakyat', '18:00-06:00'],
  ['buruh harian', 'Proyek bangunan', '08:00-17:00'],
  ['petani', 'Sawah', '06:00-14:00'],
  ['pengojek', 'Pangkalan ojek', '06:00-20:00'],
  ['juru parkir', 'Tepi jalan', '08:00-20:00'],
  ['tukang becak', 'Stasiun', '06:00-17:00'],
] as const;

/** Provinces as they are, with regency numbers 95 to 98 that none of them has: no sample NIK is a living person's. */
const PROVINCES = ['11', '12', '16', '31', '32', '33', '34', '35', '36', '51', '52', '64', '73', '81', '91'];
const SOURCES = ['DTSEN', 'DTSEN', 'DTSEN', 'PKH'];

const YOUNGEST = 18;
const OLDEST = 64;
const SERIALS = 9999;

/** The worker of a row: aged 18 to 64 when cover starts, with a NIK that fits birth date, sex and region and is unique. */
export function sampleWorker(frame: SampleFrame, index: number): SampleWorker {
  const random = rowRandom(frame.seed, index);
  const years = YOUNGEST + random.below(OLDEST - YOUNGEST + 1);
  const bornOn = addDays(addMonths(frame.coverStart, -12 * years), -random.below(365));
  const isWoman = random.below(100) < 42;
  const [job, place, hours] = random.pick(LIVELIHOODS);
  const region = `${random.pick(PROVINCES)}${95 + random.below(4)}`;
  return {
    nik: sampleNik(region, bornOn, isWoman, index),
    nama: `${random.pick(isWoman ? WOMEN : MEN)} ${random.pick(LAST)}`,
    tanggal_lahir: bornOn,
    jenis_kelamin: isWoman ? 'P' : 'L',
    pekerjaan: job,
    tempat_kerja: place,
    jam_kerja: hours,
    kode_kabupaten: region,
    sumber_data: random.pick(SOURCES),
  };
}

/** District and serial count the rows, so two rows never share a NIK, up to 989,901 rows. */
export function sampleNik(region: string, bornOn: PlainDate, isWoman: boolean, index: number): string {
  const district = 1 + (Math.floor(index / SERIALS) % 99);
  const day = Number(bornOn.slice(8, 10)) + (isWoman ? 40 : 0);
  const serial = 1 + (index % SERIALS);
  return `${region}${digits(district, 2)}${digits(day, 2)}${bornOn.slice(5, 7)}${bornOn.slice(2, 4)}${digits(serial, 4)}`;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
