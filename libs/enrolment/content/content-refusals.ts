import { type Refusal, refuse } from '@kerjasama/kernel/refusal';

export function bodyTooLarge(limit: number): Refusal {
  return refuse(
    'BODY_TOO_LARGE',
    { id: 'Berkas terlalu besar.', en: 'The file is too large.' },
    {
      id: `Kirim paling banyak ${limit / 1_000_000} MB; bagi daftar menjadi beberapa berkas.`,
      en: `Send at most ${limit / 1_000_000} MB; divide the roster into several files.`,
    },
    { details: { limit } },
  );
}

export function contentDiffers(): Refusal {
  return refuse(
    'CONTENT_DIFFERS',
    { id: 'Isi berkas tidak sesuai dengan SHA-256 yang disebut.', en: 'The bytes do not have the announced SHA-256.' },
    {
      id: 'Hitung SHA-256 berkas yang sama, lalu kirim ulang.',
      en: 'Hash the very file that is sent, and send it again.',
    },
  );
}
