/** Jest calls setup and teardown as two modules of one process: what one leaves, the other finds on `globalThis`. */
const ENDINGS = Symbol.for('kerjasama.test.postgres-cluster');

interface Holder {
  [ENDINGS]?: (() => Promise<void>)[];
}

export function keepCluster(end: () => Promise<void>): void {
  const holder = globalThis as Holder;
  holder[ENDINGS] = [...(holder[ENDINGS] ?? []), end];
}

export async function endClusters(): Promise<void> {
  const holder = globalThis as Holder;
  const endings = holder[ENDINGS] ?? [];
  holder[ENDINGS] = [];
  for (const end of endings) await end();
}
