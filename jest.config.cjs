/** @type {import('jest').Config} */

/** Packages that ship only ES modules: Jest on Node 20 cannot require them, so swc turns them into CommonJS. */
const ES_MODULE_PACKAGES = ['@nestjs', 'cookie', 'jose'];

const project = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  moduleNameMapper: { '^@kerjasama/(.*)$': '<rootDir>/libs/$1' },
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json' }],
    '^.+\\.m?js$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULE_PACKAGES.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.stryker-tmp'],
});

const beside = (kind) => [`<rootDir>/{apps,libs,workflows,test}/**/*.${kind}.ts`];

/** One Postgres cluster for all specs of a run. */
const cluster = {
  globalSetup: '<rootDir>/test/support/postgres-cluster.setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres-cluster.teardown.ts',
};

/** `pure` needs nothing, `pg` a Postgres, `temporal` a Postgres and a Temporal server: both are started by test/support. */
module.exports = {
  // Jest takes it at the top only. Long, because a year passes in some tests and a bare machine is slow.
  testTimeout: 180_000,
  projects: [
    {
      ...project('pure', ['<rootDir>/{apps,libs,workflows,test}/**/*.spec.ts']),
      testPathIgnorePatterns: ['/node_modules/', '\\.(pg|temporal|e2e)\\.spec\\.ts$'],
    },
    { ...project('pg', beside('pg.spec')), ...cluster },
    {
      ...project('temporal', beside('{temporal,e2e}.spec')),
      ...cluster,
      globalSetup: '<rootDir>/test/support/real-parts.setup.ts',
    },
  ],
};
