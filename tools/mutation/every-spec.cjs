/**
 * Every spec of the law and of the kernel in one file, so that a mutant loads the modules once instead of once a spec:
 * measured, a mutant costs about one second instead of five. Properties are tried fewer times than in `npm test`.
 */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

require('fast-check').configureGlobal({ numRuns: 15 });

for (const lib of ['kernel', 'regulation']) {
  const folder = join(__dirname, '..', '..', 'libs', lib);
  const specs = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.spec.ts'));
  for (const spec of specs) {
    describe(join(lib, spec), () => {
      require(join(folder, spec));
    });
  }
}
