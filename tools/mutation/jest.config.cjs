/** The pure specs alone, without a Postgres or a Temporal server. @type {import('jest').Config} */
const { join } = require('node:path');

const { testTimeout, testPathIgnorePatterns, ...pure } = require('../../jest.config.cjs').projects[0];

module.exports = {
  ...pure,
  rootDir: join(__dirname, '..', '..'),
  testMatch: ['<rootDir>/tools/mutation/every-spec.cjs'],
};
