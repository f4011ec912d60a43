// Browser stories: a real server, a real Chromium; run by `npm run test:browser`.
import { base } from './jest.config.js';

export default {
  ...base,
  testMatch: ['<rootDir>/test/browser/*.spec.ts'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
