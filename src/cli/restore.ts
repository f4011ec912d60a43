// npm run restore -- --from FOLDER [--erased FILE]: brings a backup into an installation that nobody has used yet, and
// erases again who was erased since it was made.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ErasingService, erasuresFile, readErasures, writeErasures } from '../identity/index.js';
import { BOARDS_BACKUP } from '../community/index.js';
import { createContext } from '../context.js';
import { openDatabase } from '../installation.js';
import { readConfig } from '../platform/config.js';
import { MAIN, restore } from '../platform/database/index.js';
import { createLogger } from '../platform/observe/index.js';
import { Usage, finish, parseOptions, tell } from './command.js';

await finish(async () => {
  const { options } = parseOptions(['from', 'erased']);
  const folder = options.get('from');
  if (!folder) throw new Usage('From where? npm run restore -- --from FOLDER [--erased FILE]');
  const config = readConfig();
  const data = resolve(config.dataDirectory);
  const list = options.get('erased') ?? erasuresFile(data);
  const erased = await readErasures(resolve(list));
  if (options.has('erased') && erased.length === 0) throw new Usage(`${list} names nobody who was erased.`);
  const opened = await openDatabase(config, tell);
  try {
    const files = join(data, 'files');
    const from = resolve(folder);
    await restore({ databaseUrl: opened.databaseUrl, kind: MAIN, files, folder: from }, tell);
    // Backups from before there were boards have none.
    if (existsSync(join(from, 'boards')))
      await restore(
        { databaseUrl: opened.boardsUrl, kind: BOARDS_BACKUP, files: null, folder: join(from, 'boards') },
        tell,
      );
    if (erased.length === 0) return;
    const log = createLogger(config.logLevel);
    const app = await createContext({ config, databaseUrl: opened.databaseUrl, log, poolSize: 2 });
    try {
      // The next restore needs all of them, also those whom this backup knows as erased.
      if (options.has('erased')) await writeErasures(data, erased);
      const count = await app.get(ErasingService, { strict: false }).eraseAgain(erased);
      tell(`Erased ${count} people again who were erased after the backup was made.`);
    } finally {
      await app.close();
    }
  } finally {
    await opened.release();
  }
});
