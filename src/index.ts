// The third door: the product inside a host's Nest application.
export { HotlineModule } from './hotline.module.js';
export type { HotlineOptions } from './hotline.options.js';
export { readConfig } from './platform/config.js';
export { setUp } from './installation.js';
export { createServer } from './server.js';
