/**
 * Health check of the worker's container: `node is-polling.cjs <task queue>` ends 0 when Temporal has lately seen this very
 * container ask for work. A worker that dies ends its process, so what this finds is one that lives but is cut off.
 * Environment: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE.
 */
const { hostname } = require('node:os');
const { Connection } = require('@temporalio/client');

/** The kinds of work a queue hands out, as Temporal numbers them. */
const WORKFLOWS_AND_ACTIVITIES = [1, 2];
/** A poll is renewed every minute. */
const LATELY_SECONDS = 120;

async function isPolling(queue) {
  const connection = await Connection.connect({ address: process.env.TEMPORAL_ADDRESS, connectTimeout: 4_000 });
  try {
    for (const taskQueueType of WORKFLOWS_AND_ACTIVITIES) {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace: process.env.TEMPORAL_NAMESPACE,
        taskQueue: { name: queue },
        taskQueueType,
      });
      if (!pollers.some(isOursAndFresh)) return false;
    }
    return true;
  } finally {
    await connection.close();
  }
}

/** A worker calls itself `<pid>@<host>`. */
function isOursAndFresh({ identity, lastAccessTime }) {
  const age = Date.now() / 1000 - Number(lastAccessTime?.seconds ?? 0);
  return identity.endsWith(`@${hostname()}`) && age < LATELY_SECONDS;
}

const [queue] = process.argv.slice(2);
isPolling(queue).then(
  (polling) => {
    console.log(polling ? `polls ${queue}` : `nobody on ${hostname()} polls ${queue}`);
    process.exitCode = polling ? 0 : 1;
  },
  (error) => {
    console.log(String(error));
    process.exitCode = 1;
  },
);
