import { join } from 'node:path';
import { packageRoot } from '@kerjasama/stack/package-root';
import { runSupervisor } from '@kerjasama/stack/supervisor/run-supervisor';
import { builtApps } from '@kerjasama/stack/supervisor/stack-options';

/** A stack of this tree, but for its worker. */
const cwd = packageRoot();
const script = join(cwd, 'dist', 'test', 'bench', 'claims', 'one-clock', 'worker.js');
const worker = { command: process.execPath, args: ['--enable-source-maps', script], cwd };

runSupervisor({ profile: 'live', apps: { ...builtApps(), worker } }).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
