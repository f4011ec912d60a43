// How a test file is loaded: by Node itself, once a worker, not by Jest into a context of its own for each file.
//
// Jest's own runtime reads, links and runs all of NestJS, Apollo, TypeORM and our server anew for every file: five seconds
// of work for a hundred files, and each starts cold. What files must not share is theirs already: each opens a server and
// a database of its own (test/world). What they do share now are modules, as two servers in one process do.
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { mapsOfTests } = require('./compile.cjs');

let registered = false;

module.exports = class SharedRuntime extends Runtime {
  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(file) {
    if (!registered) register('./hooks.mjs', pathToFileURL(__filename));
    registered = true;
    await import(pathToFileURL(file).href);
  }

  /** Jest asks for its test framework this way; what that keeps of one file must not meet the next. */
  requireInternalModule(from, to) {
    if (to) throw new Error(`Nothing but the framework is loaded here, not ${to} from ${from}.`);
    delete require.cache[from];
    return require(from);
  }

  /** Where stack traces find the lines of the TypeScript. */
  getSourceMaps() {
    return mapsOfTests;
  }

  /** There is one `process`; its way to Node's own modules stays Node's. */
  installGetBuiltinModule() {}
};
