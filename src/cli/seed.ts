// npm run seed: loads the demonstration into an empty installation.
import { createContext } from '../context.js';
import { loadDemo } from '../demo/load.js';
import { StoryClock } from '../demo/story-time.js';
import { openDatabase, setUp } from '../installation.js';
import { system } from '../platform/actor.js';
import { readConfig } from '../platform/config.js';
import { Database, sql } from '../platform/database/index.js';
import { createLogger } from '../platform/observe/index.js';
import { Usage, finish, tell } from './command.js';

await finish(async () => {
  const config = readConfig();
  const opened = await openDatabase(config, tell);
  try {
    const now = new Date();
    await setUp(opened.databaseUrl, config, now, tell, opened.boardsUrl);
    const clock = new StoryClock(now);
    const app = await createContext({
      config,
      databaseUrl: opened.databaseUrl,
      boardsUrl: opened.boardsUrl,
      log: createLogger(config.logLevel),
      clock,
    });
    try {
      const somebody = await app.get(Database).readOne(system, sql`select 1 from hotline.company limit 1`);
      if (somebody)
        throw new Usage(
          'There are companies here already; the demonstration goes into an empty installation only.',
        );
      await loadDemo(app, clock, now, (done, all) => done === all && tell(`Loaded ${all} conversations.`));
    } finally {
      await app.close();
    }
  } finally {
    await opened.release();
  }
});
