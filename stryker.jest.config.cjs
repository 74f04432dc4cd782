/** The pure specs alone, without a Postgres or a Temporal server. @type {import('jest').Config} */
const { testTimeout, testPathIgnorePatterns, ...pure } = require('./jest.config.cjs').projects[0];

module.exports = { ...pure, testMatch: ['<rootDir>/stryker.every-spec.cjs'] };
