// npm run test:anonymity [-- --posts 4000 --seed 7]: tries to name authors on the boards with everything but the key.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explain, prepare, root } from './prepare.mjs';

try {
  const { values } = parseArgs({ options: { posts: { type: 'string' }, seed: { type: 'string' } } });
  await prepare({ withoutWeb: true });
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      path.join(root, 'node_modules/jest/bin/jest.js'),
      ...['test/anonymity', '--forceExit'],
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ANONYMITY_POSTS: values.posts ?? '4000',
        ...(values.seed ? { ANONYMITY_SEED: values.seed } : {}),
      },
    },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  explain(error);
}
