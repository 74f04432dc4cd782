import { type Command } from './commands';
import { type Agency, type Role, type Who } from './who';

/** In which role of which agency a command is given. */
export interface Authority {
  readonly agency: Agency;
  readonly role: Role;
}

const KEMENSOS_MAKER: Authority = { agency: 'kemensos', role: 'maker' };
const KEMENSOS_CHECKER: Authority = { agency: 'kemensos', role: 'checker' };
const BPJS_TK_MAKER: Authority = { agency: 'bpjs-tk', role: 'maker' };
const BPJS_TK_CHECKER: Authority = { agency: 'bpjs-tk', role: 'checker' };
const OPERATOR: Authority = { agency: 'house', role: 'operator' };

/** Who may do what: every command has its row, and what stands in no row is nobody's. */
export const AUTHORITY: Readonly<Record<Command, readonly Authority[]>> = {
  'draft-agreement': [KEMENSOS_MAKER],
  'accept-text': [BPJS_TK_MAKER],
  'sign-agreement': [KEMENSOS_CHECKER, BPJS_TK_CHECKER],
  'propose-allocation': [KEMENSOS_MAKER],
  'propose-addendum': [KEMENSOS_MAKER],
  'approve-allocation': [KEMENSOS_CHECKER],
  'submit-roster': [KEMENSOS_MAKER],
  'decree-beneficiaries': [KEMENSOS_CHECKER],
  'request-payment': [KEMENSOS_MAKER],
  'order-payment': [KEMENSOS_CHECKER],
  'propose-renewal': [KEMENSOS_MAKER],
  'endorse-renewal': [BPJS_TK_MAKER],
  'close-books': [KEMENSOS_CHECKER],
  'retry-work': [OPERATOR],
};

/** The role in which this person may give the command; null when it is not theirs to give. */
export function roleFor(who: Who, command: Command): Role | null {
  const row = AUTHORITY[command].find(({ agency, role }) => agency === who.agency && who.roles.includes(role));
  return row?.role ?? null;
}
