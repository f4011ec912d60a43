// npm run backup -- --to FOLDER: a whole installation as plain files, while everybody goes on working.
import { join, resolve } from 'node:path';
import { BOARDS_BACKUP, migrateBoards } from '../community/index.js';
import { openDatabase } from '../installation.js';
import { readConfig } from '../platform/config.js';
import { MAIN, backUp } from '../platform/database/index.js';
import { Usage, finish, parseOptions, tell } from './command.js';

await finish(async () => {
  const folder = parseOptions(['to']).options.get('to');
  if (!folder) throw new Usage('Where to? npm run backup -- --to FOLDER');
  const config = readConfig();
  const opened = await openDatabase(config, tell);
  try {
    const files = join(resolve(config.dataDirectory), 'files');
    const to = resolve(folder);
    const now = new Date();
    await backUp({ databaseUrl: opened.databaseUrl, kind: MAIN, files, folder: to }, now, tell);
    const boards = { databaseUrl: opened.boardsUrl, kind: BOARDS_BACKUP, files: null };
    await migrateBoards(opened.boardsUrl);
    await backUp({ ...boards, folder: join(to, 'boards') }, now, tell);
    tell(`The key of the boards is not in it: keep ${config.boardKeyFile} elsewhere.`);
  } finally {
    await opened.release();
  }
});
