import { Pool, type PoolConfig, type QueryResult, type QueryResultRow, types } from 'pg';

/** What may read: a pool, a client in a transaction, or the journal's transaction. Rows are parsed by the caller's mappers. */
export interface Reads {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>;
  /** The same under a name: Postgres plans it once in a connection. */
  query<Row extends QueryResultRow>(statement: NamedStatement): Promise<QueryResult<Row>>;
}

/** For what runs with every act. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

export interface PoolOptions {
  /** Shown in `pg_stat_activity`, so that an operator sees which process holds a lock, e.g. `kerjasama-worker`. */
  readonly applicationName: string;
  /** Connections at most; 10 unless given. */
  readonly size?: number;
  /** Milliseconds after which Postgres ends a statement; 60,000 unless given. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds that a statement waits for a lock; as long as it may run unless given. */
  readonly lockTimeoutMs?: number;
  /** Milliseconds that a transaction may stand idle; 120,000 unless given. */
  readonly idleInTransactionMs?: number;
  /** Milliseconds that a connection is kept unused; 10,000 unless given. */
  readonly idleConnectionMs?: number;
}

/** For a process that serves all day: a new connection costs several acts, and plans every statement anew. */
export const SERVING = { idleConnectionMs: 600_000 } as const satisfies Partial<PoolOptions>;

/**
 * What the API's role allows itself: only SQL stands between begin and commit, so whoever stands idle there is stopped or gone,
 * and the others wait no longer than this. The same stands at the role (roles.ts, deploy/postgres/roles.sql).
 */
export const API_LIMITS = {
  statementTimeoutMs: 10_000,
  lockTimeoutMs: 2_000,
  idleInTransactionMs: 2_000,
} as const satisfies Partial<PoolOptions>;

const DATE = types.builtins.DATE;
const TIMESTAMPTZ = types.builtins.TIMESTAMPTZ;

/**
 * How a value of Postgres becomes a value of ours: `bigint` and `numeric` stay text (parse them with `parseRupiah`),
 * `date` stays `YYYY-MM-DD` (a Date would shift it by the zone), `timestamptz` becomes ISO 8601 in UTC, milliseconds.
 */
const TYPES: NonNullable<PoolConfig['types']> = {
  getTypeParser: (oid, format) => {
    if (oid === DATE && format !== 'binary') return (text: string) => text;
    if (oid === TIMESTAMPTZ && format !== 'binary') return (text: string) => new Date(text).toISOString();
    return types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

/** A pool of connections for one role. The caller ends it. */
export function createPool(url: string, options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: options.size ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 120_000,
    ...(options.lockTimeoutMs === undefined ? {} : { lock_timeout: options.lockTimeoutMs }),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: options.idleConnectionMs ?? 10_000,
    keepAlive: true,
    types: TYPES,
  });
  // A connection that breaks while nothing is asked of it (a restart of Postgres, a transaction that stood idle too long) is
  // dropped by the pool; the next query reports what is wrong. Without listeners Node would end the process instead: the
  // pool's hears of connections that nobody has, the connection's own of those in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}
