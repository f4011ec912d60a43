// The door of jobs: the worker that runs them.
export { JobWorker } from './worker.js';
