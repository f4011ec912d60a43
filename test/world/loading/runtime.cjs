// How a test file is loaded: by Node itself, and modules once a worker.
//
// Jest's own way reads, links and runs all of NestJS, Apollo, TypeORM and our server anew for each file, in a context of
// its own: five seconds of work for each of a hundred files, and nothing in it is warm. What files must not share is theirs
// already: each opens a server and a database of its own (test/world). Modules they share, as two servers in one process do;
// what a file leaves in the process is taken away by environment.cjs. There is no mocking of modules.
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { maps } = require('./compile.cjs');

let registered = false;

module.exports = class WorkerRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(file) {
    if (!registered) register('./hooks.mjs', pathToFileURL(__filename));
    registered = true;
    globalThis.jest = this.jestGlobals.jestObjectFor(file);
    await import(pathToFileURL(file).href);
  }

  /** Jest asks for its test framework this way; what that keeps of one file must not meet the next. */
  requireInternalModule(from, to) {
    if (to) throw new Error(`Nothing but the test framework is loaded here, not ${to} from ${from}.`);
    delete require.cache[from];
    return require(from);
  }

  /** Where stack traces find the lines of the TypeScript. */
  getSourceMaps() {
    return maps;
  }

  /** There is one `process` here: its way to Node's own modules stays Node's. */
  installGetBuiltinModule() {}
};
