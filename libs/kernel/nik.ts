declare const nikBrand: unique symbol;

/** The 16-digit national identity number (NIK): personal data. Parsed once, printed only through `maskNik`. */
export type Nik = string & { readonly [nikBrand]: true };

/** What may be shown: the region and the serial's last digits, e.g. `3271••••••••0001`. */
export function maskNik(nik: Nik): string {
  return `${nik.slice(0, 4)}••••••••${nik.slice(12)}`;
}
