import { findTemporal } from '../../libs/stack/temporal/find-temporal';
import startCluster from './postgres-cluster.setup';

const TOLD_EVERY_MS = 15_000;

/**
 * Before the project `temporal`: the binary first, because a bare machine builds it for minutes and no test waits that
 * long, then the cluster.
 */
export default async function prepareRealParts(): Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  await findTemporal({
    onProgress: ({ phase, done, of }) => {
      if (performance.now() - told < TOLD_EVERY_MS && phase !== 'done') return;
      told = performance.now();
      process.stderr.write(`Temporal 1.9.1, built once by Go (4 to 5 minutes): ${phase} ${done}/${of}\n`);
    },
  });
  await startCluster();
}
