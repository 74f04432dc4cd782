/** What the worker needs from its environment. */
export interface WorkerEnvironment {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly keysFolder: string;
  readonly contentFolder: string;
  /** Where the simulated agencies of an embedded stack remember what they did; null in production. */
  readonly simulationFolder: string | null;
  /** Loopback port of `/readyz`; 0 for a free one, null for none. */
  readonly healthPort: number | null;
  readonly production: boolean;
}

const REQUIRED = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'KEYS_FOLDER', 'CONTENT_FOLDER'] as const;

/** @throws naming every variable that is missing, never a value */
export function parseWorkerEnvironment(environment: NodeJS.ProcessEnv): WorkerEnvironment {
  const missing = REQUIRED.filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`The worker cannot start. Set these variables:\n  ${missing.join('\n  ')}`);
  const text = (name: (typeof REQUIRED)[number]): string => environment[name] ?? '';
  return {
    databaseUrl: text('DATABASE_URL'),
    temporalAddress: text('TEMPORAL_ADDRESS'),
    temporalNamespace: environment['TEMPORAL_NAMESPACE'] ?? 'kerjasama',
    keysFolder: text('KEYS_FOLDER'),
    contentFolder: text('CONTENT_FOLDER'),
    simulationFolder: environment['SIMULATION_FOLDER'] ?? null,
    healthPort: environment['WORKER_HEALTH_PORT'] === undefined ? null : Number(environment['WORKER_HEALTH_PORT']),
    production: environment['NODE_ENV'] === 'production',
  };
}
