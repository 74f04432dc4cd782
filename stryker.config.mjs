/** Mutation testing of what computes: the functions of the law and of the kernel. Rows and words are data, held by tables. */
export default {
  testRunner: 'jest',
  jest: { configFile: 'tools/mutation/jest.config.cjs', enableFindRelatedTests: false },
  plugins: ['@stryker-mutator/jest-runner', './tools/mutation/ignore-words.mjs'],
  ignorers: ['words'],
  coverageAnalysis: 'perTest',
  // Parts of the run add up: a mutant is tried again only when it or a test that covers it has changed.
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
  concurrency: 2,
  timeoutMS: 20_000,
  mutate: [
    'libs/regulation/**/*.ts',
    'libs/kernel/**/*.ts',
    '!**/*.spec.ts',
    '!libs/regulation/rows/**',
    '!libs/regulation/readings/*-readings.ts',
    '!libs/regulation/sources.ts',
    '!libs/regulation/body.ts',
    '!libs/regulation/testing/**',
  ],
  ignorePatterns: ['/dist', '/reports', '/coverage', '/apps', '/workflows', '/test', '/docs'],
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
};
