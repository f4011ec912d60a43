// npm run restore -- --from FOLDER: brings a backup into an installation that nobody has used yet.
import { join, resolve } from 'node:path';
import { openDatabase } from '../installation.js';
import { readConfig } from '../platform/config.js';
import { restore } from '../platform/database/index.js';
import { Usage, finish, parseOptions, tell } from './command.js';

await finish(async () => {
  const folder = parseOptions(['from']).options.get('from');
  if (!folder) throw new Usage('From where? npm run restore -- --from FOLDER');
  const config = readConfig();
  const opened = await openDatabase(config, tell);
  try {
    const files = join(resolve(config.dataDirectory), 'files');
    await restore({ databaseUrl: opened.databaseUrl, files, folder: resolve(folder) }, tell);
  } finally {
    await opened.release();
  }
});
