// The TypeScript of the tests as Node runs it, and the way back from its lines.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const swc = require('@swc/core');

const ROOT = path.resolve(__dirname, '../../..');
const TESTS = path.join(ROOT, 'test') + path.sep;

/** `{ code, map }` of one file, both as text. */
function compile(file) {
  return swc.transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    configFile: path.join(ROOT, '.swcrc'),
    sourceMaps: true,
  });
}

/** What Jest asks when it writes a stack: where the map of a file lies. Made when it asks, which is seldom. */
class MapsOfTests extends Map {
  get(name) {
    const file = name?.startsWith('file:') ? fileURLToPath(name) : name;
    if (!file?.startsWith(TESTS) || !file.endsWith('.ts')) return undefined;
    if (!this.has(file)) {
      const map = Buffer.from(compile(file).map).toString('base64');
      this.set(file, `data:application/json;base64,${map}`);
    }
    return super.get(file);
  }
}

module.exports = { ROOT, compile, mapsOfTests: new MapsOfTests() };
