import { type Text } from '@kerjasama/kernel/text';
import { type Agency, type Role } from './who';

/** Whose turn it is. */
export interface Turn {
  readonly agency: Agency;
  readonly role: Role;
}

/** What a status waits for, and who may end the wait; nobody when only time or an agency's answer can. */
export interface Wait {
  readonly what: Text;
  readonly turnOf: readonly Turn[];
  /** Who outside the offices is waited for. */
  readonly party?: OutsideParty;
}

/** What answers without an officer: the system itself, or whoever is asked through a port. */
export type OutsideParty = 'system' | 'bank';

/** Every status says what it waits for; null where nothing is waited for. */
export type Waits<Status extends string> = Readonly<Record<Status, Wait | null>>;
