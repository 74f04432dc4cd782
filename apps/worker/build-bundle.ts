import { relative } from 'node:path';
import { buildBundleFile } from '@kerjasama/temporal/bundle';

buildBundleFile().then(
  (file) => {
    console.log(`Workflows bundled: ${relative(process.cwd(), file)}`);
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
