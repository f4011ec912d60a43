// npm run test:faults [-- --times 3 --seed 7]: kills servers, workers and the database under load, and proves what is left.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain, prepare, root } from './prepare.mjs';

try {
  const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } });
  await prepare({ withoutWeb: true });
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      path.join(root, 'node_modules/jest/bin/jest.js'),
      ...['--testMatch', '**/test/faults/storms.ts', '--forceExit'],
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(values.times ? { FAULTS_TIMES: values.times } : {}),
        ...(values.seed ? { FAULTS_SEED: values.seed } : {}),
      },
    },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  explain(error);
}
