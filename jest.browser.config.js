// Browser stories: a real server, a real Chromium; run by `npm run test:browser`.
import { base } from './jest.config.js';

export default {
  ...base,
  // Every page by axe takes long: `npm run test:pages`.
  testMatch: ['<rootDir>/test/browser/the-*.spec.ts'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
