/**
 * Everything a person can do here, imperative: the name of an Update, of the act ticket's `act` and of the authority table's row.
 * A start carries its command in its input, under the same name.
 */
export const COMMANDS = [
  'draft-agreement',
  'accept-text',
  'sign-agreement',
  'propose-allocation',
  'propose-addendum',
  'approve-allocation',
  'submit-roster',
  'decree-beneficiaries',
  'request-payment',
  'order-payment',
  'propose-renewal',
  'endorse-renewal',
  'close-books',
  'retry-work',
] as const;

export type Command = (typeof COMMANDS)[number];
