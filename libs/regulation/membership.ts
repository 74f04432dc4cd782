import { addMonths, ageOn, type PlainDate } from '@kerjasama/kernel/plain-date';
import { firstDayOf, type Period, periodOf } from '@kerjasama/kernel/period';
import { accept, type Outcome } from '@kerjasama/kernel/refusal';

import { type Settings } from './readings/register';
import { AGE_LIMIT, ARREARS, type PaymentTerms, PROVINCES } from './rows/membership-rows';
import { calculate, type Traced } from './worksheet';

export interface AgeLimit {
  /** Who has reached this age cannot be registered. */
  readonly notYet: number;
}

/** The age limit at registration on a day (unverified rows, domain 4.2). Refuses NO_RULE_FOR_DATE. */
export function ageLimitOn(date: PlainDate, settings: Settings = {}): Outcome<AgeLimit & Traced> {
  return calculate('age_limit', { date }, settings, (sheet) => sheet.rule(AGE_LIMIT, date));
}

/** The province codes with which a NIK may begin on a day. Refuses NO_RULE_FOR_DATE. */
export function provincesOn(
  date: PlainDate,
  settings: Settings = {},
): Outcome<{ readonly provinces: readonly string[] } & Traced> {
  return calculate('nik_provinces', { date }, settings, (sheet) => {
    const provinces = sheet.rule(PROVINCES, date);
    return provinces.refused ? provinces : accept({ provinces: provinces.value });
  });
}

/** May somebody born then be registered on a day? */
export function isYoungEnough(
  born: PlainDate,
  on: PlainDate,
  settings: Settings = {},
): Outcome<{ readonly youngEnough: boolean; readonly age: number } & Traced> {
  return calculate('age_at_registration', { born, on }, settings, (sheet) => {
    const limit = sheet.rule(AGE_LIMIT, on);
    if (limit.refused) return limit;
    const age = ageOn(born, on);
    sheet.step(`usia ${age}, batas ${limit.value.notYet}`, `age ${age}, limit ${limit.value.notYet}`);
    return accept({ youngEnough: age < limit.value.notYet, age });
  });
}

/** The terms of payment on a day: months in advance, due day, months of arrears. Refuses NO_RULE_FOR_DATE. */
export function paymentTermsOn(date: PlainDate, settings: Settings = {}): Outcome<PaymentTerms & Traced> {
  return calculate('payment_terms', { date }, settings, (sheet) => sheet.rule(ARREARS, date));
}

/** `returnBy`: what somebody whose cover has lapsed does to come back. */
export interface CoverStanding {
  readonly standing: 'paid' | 'in-arrears' | 'lapsed';
  readonly unpaidMonths: number;
  readonly returnBy: 'continue' | 'register-again' | null;
}

/**
 * Where a membership stands on a day: paid, in arrears, or lapsed after the unpaid months of the row. Count and
 * comparison are settings, because the sources differ (row `arrears`, readings B-01 and B-02).
 */
export function standingOf(
  { paidThrough, on }: { readonly paidThrough: Period; readonly on: PlainDate },
  settings: Settings = {},
): Outcome<CoverStanding & Traced> {
  return calculate('cover_standing', { paidThrough, on }, settings, (sheet): Outcome<CoverStanding> => {
    const terms = sheet.rule(ARREARS, on);
    if (terms.refused) return terms;
    const unpaidMonths = Math.max(0, monthsFrom(paidThrough, periodOf(on)));
    sheet.step(`${unpaidMonths} bulan belum dibayar`, `${unpaidMonths} months unpaid`);
    if (unpaidMonths === 0) return accept({ standing: 'paid', unpaidMonths, returnBy: null });
    const limit = terms.value.unpaidMonths;
    const lapsed = unpaidMonths > limit || (unpaidMonths === limit && sheet.choose('B-01') === 'at-least');
    if (!lapsed) return accept({ standing: 'in-arrears', unpaidMonths, returnBy: null });
    return accept({ standing: 'lapsed', unpaidMonths, returnBy: sheet.choose('B-02') });
  });
}

/** Calendar months from one to the other; negative when the other is earlier. */
function monthsFrom(from: Period, to: Period): number {
  let months = 0;
  for (let day = firstDayOf(from); day < firstDayOf(to); day = addMonths(day, 1)) months += 1;
  return months;
}
