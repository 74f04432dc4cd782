import { type ClientBase } from 'pg';

declare const writeTxBrand: unique symbol;

/**
 * A transaction in which an act is being recorded. Only the journal makes one, and every store that writes asks for it:
 * no act, no write.
 */
export type WriteTx = Pick<ClientBase, 'query'> & { readonly [writeTxBrand]: true };
