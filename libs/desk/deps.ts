import { type Reads } from '@kerjasama/database/pool';
import { type ActTicket } from '@kerjasama/identity/act-ticket';
import { type UnsignedTicket } from '@kerjasama/identity/ticket-signature';
import { type Witness } from '@kerjasama/journal/witness';
import { type BusinessClock } from '@kerjasama/temporal/business-clock';
import { type Client } from '@temporalio/client';

/** All that any desk needs, made once by one factory. `pool` is the role `api`: it reads views and can only witness. */
export interface DeskDeps {
  readonly pool: Reads;
  readonly temporal: Client;
  readonly clock: BusinessClock;
  readonly witness: Witness;
  readonly signTicket: (unsigned: UnsignedTicket, input: unknown) => ActTicket;
}
