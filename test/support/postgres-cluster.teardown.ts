import { endClusters } from './postgres-cluster';

/** After the Jest project: the cluster that the setup started is stopped and its folder removed. */
export default async function endCluster(): Promise<void> {
  await endClusters();
}
