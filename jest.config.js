// How the stories and rules run: loaded by Node itself (test/world/loading), one PostgreSQL a run, one database copy a file.
const base = {
  testEnvironment: '<rootDir>/test/world/loading/environment.cjs',
  runtime: '<rootDir>/test/world/loading/runtime.cjs',
  // For --onlyChanged and --findRelatedTests alone, which follow the imports.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: './test/world/global-setup.mjs',
  globalTeardown: './test/world/global-teardown.mjs',
  workerIdleMemoryLimit: '700MB',
  maxWorkers: 2,
  testTimeout: 60_000,
};

export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
};

export { base };
