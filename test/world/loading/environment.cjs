// Where test files run: in the worker itself. What a file, or Jest for it, leaves in the process is taken away again.
const { ModuleMocker } = require('jest-mock');

/** What Jest's framework keeps of one file: its tests with all that they hold, and what the file has set for itself. */
const OF_ONE_FILE = new Set([
  'JEST_STATE_SYMBOL',
  'EVENT_HANDLERS',
  'TEST_TIMEOUT_SYMBOL',
  'RETRY_TIMES',
  'RETRY_IMMEDIATELY',
  'WAIT_BEFORE_RETRY',
  'LOG_ERRORS_BEFORE_RETRY',
]);

module.exports = class WorkerEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #before = {
    exit: process.exit,
    console: globalThis.console,
    env: { ...process.env },
    folder: process.cwd(),
  };

  async setup() {}

  async teardown() {
    const { exit, console, env, folder } = this.#before;
    process.exit = exit;
    globalThis.console = console;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    process.chdir(folder);
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (OF_ONE_FILE.has(symbol.description)) delete globalThis[symbol];
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** There is no context but the worker's own. */
  getVmContext() {
    return null;
  }
};
