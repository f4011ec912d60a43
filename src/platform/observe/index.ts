// The door of what operators read – log, metrics, health, traces – and of a process's own life.
export { LEAVING_MS, endOnSignal } from './ending.js';
export { Health } from './health.js';
export { leaveNoName, leaveNoTrace, observeHttp, requestIdOf, serveHealth } from './http.js';
export { Lifecycle } from './lifecycle.js';
export { createLogger, LOG, type Logger, NestLog } from './logger.js';
export { type Figure, Metrics } from './metrics.js';
export { OperatorPort } from './operator-port.js';
export { within } from './scope.js';
export { nameSpan, startTraces, traced, untraced } from './traces.js';
