// npm run backup -- --to FOLDER: a whole installation as plain files, while everybody goes on working.
import { join, resolve } from 'node:path';
import { openDatabase } from '../installation.js';
import { readConfig } from '../platform/config.js';
import { backUp } from '../platform/database/index.js';
import { Usage, finish, parseOptions, tell } from './command.js';

await finish(async () => {
  const folder = parseOptions(['to']).options.get('to');
  if (!folder) throw new Usage('Where to? npm run backup -- --to FOLDER');
  const config = readConfig();
  const opened = await openDatabase(config, tell);
  try {
    const files = join(resolve(config.dataDirectory), 'files');
    await backUp({ databaseUrl: opened.databaseUrl, files, folder: resolve(folder) }, new Date(), tell);
  } finally {
    await opened.release();
  }
});
