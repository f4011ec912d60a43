// The door of what operators read.
export { createLogger, LOG, type Logger, NestLog } from './logger.js';
