import { type Refusal, refuse } from '@kerjasama/kernel/refusal';

/** A key belongs to one content: the door and the journal refuse the same thing in the same words. */
export function keyReused(): Refusal {
  return refuse(
    'KEY_REUSED',
    {
      id: 'Idempotency-Key ini sudah dipakai untuk isi yang lain.',
      en: 'This Idempotency-Key was already used with another content.',
    },
    {
      id: 'Kirim tindakan baru dengan kunci baru; ulangi kunci lama hanya dengan isi yang sama.',
      en: 'Send a new act with a new key; repeat an old key only with the same content.',
    },
  );
}

/** A number that the business gives once: an agreement, a cycle, a document, a claim. */
export function alreadyExists(): Refusal {
  return refuse(
    'ALREADY_EXISTS',
    { id: 'Nomor ini sudah dipakai.', en: 'This number is already taken.' },
    { id: 'Pakai nomor lain, atau lihat yang sudah ada.', en: 'Use another number, or look at the one that exists.' },
  );
}
