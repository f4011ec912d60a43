// The door of what operators read, and of a process's own life.
export { LEAVING_MS, endOnSignal } from './ending.js';
export { Lifecycle } from './lifecycle.js';
export { createLogger, LOG, type Logger, NestLog } from './logger.js';
