// npm run test:browser [FILE…]: the stories in a real Chromium. A file that failed is run a second time, by itself, and named: on a
// busy machine a page may be slower than a story's patience, and what is really broken fails twice.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { explain, prepare, PrepareError, root } from './prepare.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hotline-stories-'));

/** What Jest says of these files; null where it could not even begin. */
function run(args, name) {
  const report = path.join(folder, name);
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  spawnSync(
    process.execPath,
    [
      ...['--experimental-vm-modules', jest, '--config', path.join(root, 'jest.browser.config.js')],
      ...['--json', '--outputFile', report, ...args],
    ],
    // Its report goes to the file and, as it always is with --json, to the output as well, where nobody wants to read it.
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
  );
  return fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null;
}

try {
  await prepare();
  const first = run(process.argv.slice(2), 'first.json');
  if (!first)
    throw new PrepareError('The stories could not begin; what stood in their way is written above.');
  const failed = first.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  let { numFailedTests: bad, numPassedTests: good, numTotalTests: all } = first;
  let broken = failed.length > 0;
  if (failed.length > 0) {
    const names = failed.map((name) => path.relative(root, name));
    console.error(`\nA second time, by themselves: ${names.join(', ')}\n`);
    const second = run(['--runInBand', ...names], 'second.json');
    broken = !second?.success;
    if (second && second.numTotalTests > 0) {
      // A file that broke off at its beginning has told of none of its tests.
      const before = first.testResults
        .filter(({ name }) => failed.includes(name))
        .flatMap((each) => each.assertionResults);
      good += second.numPassedTests - before.filter(({ status }) => status === 'passed').length;
      all += second.numTotalTests - before.length;
      bad = second.numFailedTests;
    }
    console.error(broken ? '\nFailed twice.' : `\nNeeded a second try: ${names.join(', ')}`);
  }
  console.error(`Tests:       ${bad > 0 ? `${bad} failed, ` : ''}${good} passed, ${all} total`);
  process.exitCode = broken ? 1 : 0;
} catch (error) {
  explain(error);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
