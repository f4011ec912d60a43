// The TypeScript that Node cannot run by itself, as Node runs it, and the way back to its lines.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
const swc = require('@swc/core');

const ROOT = path.resolve(__dirname, '../../..');

/** The tests, and what they read of the web app; the server is built already, in dist. */
const OURS = [path.join(ROOT, 'test') + path.sep, path.join(ROOT, 'web', 'src') + path.sep];

const isOurs = (file) => file.endsWith('.ts') && OURS.some((folder) => file.startsWith(folder));

/** `{ code, map }` of one file, both as text. */
function compile(file) {
  return swc.transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    configFile: path.join(ROOT, '.swcrc'),
    sourceMaps: true,
  });
}

/** Where the map of a file lies, which Jest asks when it writes a stack. Made when it asks, which is seldom. */
class Maps extends Map {
  get(name) {
    const file = name?.startsWith('file:') ? fileURLToPath(name) : name;
    if (!file || !isOurs(file)) return undefined;
    if (!this.has(file)) {
      const map = Buffer.from(compile(file).map).toString('base64');
      this.set(file, `data:application/json;base64,${map}`);
    }
    return super.get(file);
  }
}

module.exports = { ROOT, isOurs, compile, maps: new Maps() };
