import { type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';

/** A refusal on its way out: the one error that the API's own code throws. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function notFound(): RefusedError {
  return new RefusedError(
    refuse(
      'NOT_FOUND',
      { id: 'Yang Anda cari tidak ada.', en: 'What you look for does not exist.' },
      { id: 'Periksa alamatnya, atau lihat daftarnya.', en: 'Check the address, or look at the list.' },
    ),
  );
}

/** The value that an act or a parser accepted; a refusal becomes problem+json. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.refused) throw new RefusedError(outcome);
  return outcome.value;
}
