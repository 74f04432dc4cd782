import { DefaultLogger, Runtime } from '@temporalio/worker';

let quiet = false;

/** The SDK's runtime of this process, once: signals belong to the test runner, and only errors are worth a line. */
export function quietRuntime(): void {
  if (quiet) return;
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
  quiet = true;
}
