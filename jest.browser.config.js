// Browser stories: a real server with a database of its own, a real Chromium; run by `npm run test:browser`.
import { base } from './jest.config.js';

export default {
  ...base,
  testMatch: ['<rootDir>/test/browser/*.spec.ts'],
  globalSetup: './test/browser/global-setup.mjs',
  globalTeardown: './test/browser/global-teardown.mjs',
  maxWorkers: 2,
  testTimeout: 600_000,
};
