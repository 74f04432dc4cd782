import { buildBundleFile } from '@kerjasama/temporal/bundle';

buildBundleFile().then(
  (file) => {
    console.log(`Workflows bundled: ${file}`);
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
