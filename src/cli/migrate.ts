// npm run migrate: brings the database to the present shape and names what ran.
import { migrateBoards } from '../community/index.js';
import { openDatabase } from '../installation.js';
import { readConfig } from '../platform/config.js';
import { migrate } from '../platform/database/index.js';
import { finish, tell } from './command.js';

await finish(async () => {
  const opened = await openDatabase(readConfig(), tell);
  try {
    await migrateBoards(opened.boardsUrl);
    const ran = await migrate(opened.databaseUrl, (name) => tell(`ran ${name}`));
    tell(
      ran.length === 0 ? 'The database has its present shape already.' : `Done: ${ran.length} migrations.`,
    );
  } finally {
    await opened.release();
  }
});
