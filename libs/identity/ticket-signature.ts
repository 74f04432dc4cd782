import { type KeyObject } from 'node:crypto';

import { canonicalJson } from '@kerjasama/journal/canonical-json';
import { inputHash } from '@kerjasama/journal/record-input';
import { accept, type Outcome, type Refusal, refuse } from '@kerjasama/kernel/refusal';
import { sign, verify } from '@kerjasama/keys/signature';

import { type ActTicket, type SignedAct } from './act-ticket';

/** What the desk knows of an act before it is signed. */
export type UnsignedTicket = Omit<ActTicket, 'v' | 'bodyHash' | 'issuedAt' | 'signature'>;

/** The API's pen. `now` is real time. */
export function createTicketSigner(
  privateKey: KeyObject,
  now: () => Date,
): (unsigned: UnsignedTicket, input: unknown) => ActTicket {
  return (unsigned, input) => {
    const { act, workflow, subject, agency, role, key } = unsigned;
    const body = { v: 1, act, workflow, subject, agency, role, key } as const;
    const ticket = { ...body, bodyHash: inputHash(input), issuedAt: now().toISOString() };
    return { ...ticket, signature: sign(privateKey, canonicalJson(ticket)) };
  };
}

/** What a ticket must have been signed for. */
export interface ExpectedAct {
  readonly act: string;
  readonly workflow: string;
}

/**
 * The worker's eye: the ticket, when the API signed it for this act, this workflow and this body. Refuses with
 * `FORGED_TICKET` (no signature of ours) or `TICKET_MISMATCH` (ours, but for something else).
 */
export function createTicketVerifier(
  publicKey: KeyObject,
): (signed: SignedAct<unknown>, expected: ExpectedAct) => Outcome<ActTicket> {
  return ({ ticket, input }, expected) => {
    if (!isSigned(publicKey, ticket)) return forged();
    const fits = ticket.act === expected.act && ticket.workflow === expected.workflow;
    return fits && ticket.bodyHash === inputHash(input) ? accept(ticket) : mismatch();
  };
}

/** A raw client can send anything in a ticket's place, whatever its type says. */
function isSigned(publicKey: KeyObject, ticket: ActTicket | undefined | null): boolean {
  try {
    const { signature, ...rest } = ticket ?? { signature: '' };
    return typeof signature === 'string' && verify(publicKey, canonicalJson(rest), signature);
  } catch {
    return false;
  }
}

function forged(): Refusal {
  return refuse(
    'FORGED_TICKET',
    { id: 'Tindakan ini tidak ditandatangani oleh API.', en: 'This act was not signed by the API.' },
    {
      id: 'Kirim tindakan melalui API, tidak langsung ke Temporal.',
      en: 'Send acts through the API, not to Temporal.',
    },
  );
}

function mismatch(): Refusal {
  return refuse(
    'TICKET_MISMATCH',
    {
      id: 'Tanda tangan API dibuat untuk tindakan, alur atau isi yang lain.',
      en: 'The API signed this for another act, workflow or body.',
    },
    { id: 'Kirim tindakan itu sekali lagi melalui API.', en: 'Send the act again through the API.' },
  );
}
