import { type Agency, type Role } from './who';

/**
 * What the API signs for every act of a person, and the activity that records it verifies: who, which act, on which
 * workflow, with which body. A forged update from a raw Temporal client has no valid ticket and records nothing.
 */
export interface ActTicket {
  readonly v: 1;
  /** The command, imperative kebab-case, and the update's name, e.g. `sign-agreement`. */
  readonly act: string;
  /** The workflow the act goes to, e.g. `pks/PKS-2027-001/2028`. */
  readonly workflow: string;
  /** The actor's opaque id. */
  readonly subject: string;
  readonly agency: Agency;
  /** The role in which the actor acts. */
  readonly role: Role;
  /** The bare Idempotency-Key of the request. */
  readonly key: string;
  /** Hex SHA-256 of RFC 8785 of the input. */
  readonly bodyHash: string;
  /** ISO 8601, UTC: real time, for the record; a ticket does not expire, because an activity may be retried for days. */
  readonly issuedAt: string;
  /** base64url Ed25519 over RFC 8785 of the other fields. */
  readonly signature: string;
}

/** What an update carries, and the first act in a start's input. */
export interface SignedAct<I> {
  readonly ticket: ActTicket;
  readonly input: I;
}
