// The first door: opens the database, sets up what is missing, serves, and says where.
import { JobWorker } from './platform/jobs/index.js';
import { ConfigError, type Config, listensOnLoopback, readConfig } from './platform/config.js';
import {
  createLogger,
  endOnSignal,
  type Logger,
  OperatorPort,
  startTraces,
} from './platform/observe/index.js';
import { IdentityReads, SignInService } from './identity/index.js';
import { globalId } from './platform/graphql/index.js';
import { createContext } from './context.js';
import { loadDemo } from './demo/load.js';
import { StoryClock } from './demo/story-time.js';
import { type Opened, checkBoardKeys, openDatabase, setUp } from './installation.js';
import { Departure } from './departure.js';
import { createServer } from './server.js';

type Server = Awaited<ReturnType<typeof createServer>>;

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  const endTraces = await startTraces();
  const opened = await openDatabase(config, say);
  let app: Server | null = null;
  let departure: Departure | null = null;
  const end = endOnSignal(
    async () => departure?.leave(),
    async () => {
      await app?.close();
      await endTraces().catch(() => {});
      await opened.release();
    },
  );
  try {
    const first = await setUp(opened.databaseUrl, config, new Date(), say, opened.boardsUrl);
    await checkBoardKeys(opened.boardsUrl, config, new Date());
    if (first && !process.argv.includes('--no-demo')) await demonstrate(config, opened, log);
    app = await createServer({ config, log, ...placesOf(opened) });
    departure = new Departure(app);
    await listen(app, config);
    if (config.metricsPort !== null) {
      const port = await app.get(OperatorPort).open(config.metricsHost, config.metricsPort);
      say(`Metrics are at http://${config.metricsHost}:${port}/metrics`);
    }
    if (config.worker === 'inside') await app.get(JobWorker).start();
    await greet(app, config, opened);
  } catch (error) {
    complain(error);
    await end(1);
  }
}

const placesOf = ({ databaseUrl, boardsUrl, boardsApart }: Opened) => ({
  databaseUrl,
  boardsUrl,
  boardsApart,
});

/** The demonstration is told with a clock of its own, so by a context of its own. */
async function demonstrate(config: Config, opened: Opened, log: Logger): Promise<void> {
  const now = new Date();
  const clock = new StoryClock(now);
  const context = await createContext({ config, log, clock, ...placesOf(opened) });
  try {
    const bar = process.stdout.isTTY;
    await loadDemo(context, clock, now, (done, all) => {
      if (bar)
        process.stdout.write(
          `\rLoading the demonstration: ${done} of ${all} conversations${done === all ? '\n' : ''}`,
        );
      else if (done === all) say(`Loaded the demonstration: ${all} conversations.`);
    });
  } finally {
    await context.close();
  }
}

async function listen(app: Server, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${config.port} is taken, perhaps by this product already running. Choose another: PORT=4500 npm start`,
    );
  }
}

async function greet(app: Server, config: Config, opened: Opened): Promise<void> {
  const address = config.publicUrl;
  const lines = ['', `  Hotline is running at ${address}`, `  Data: ${opened.where}`];
  if (!opened.boardsApart)
    lines.push(
      '  Boards: they share a PostgreSQL cluster with the rest, whose transaction numbers can tell who wrote. Set BOARD_DATABASE_URL.',
    );
  if (!config.smtpUrl)
    lines.push('  Mail: SMTP_URL is not set, so mails wait in the outbox page of administrators.');
  const people = listensOnLoopback(config) ? await app.get(IdentityReads).demoPeople() : [];
  if (people.length > 0) {
    lines.push('', '  Look around as (one click, no password, only on this machine):');
    for (const { id, name, staff_role, company } of people) {
      lines.push(
        `    ${(staff_role ?? 'CONTACT').padEnd(8)} ${name}${company ? ` · ${company}` : ''}\n             ${address}/sign-in?as=${globalId('person', id)}`,
      );
    }
  }
  const firstAdmin = await app.get(SignInService).firstAdministratorUrl();
  if (firstAdmin)
    lines.push('', '  Become the first administrator (one time, 24 hours):', `    ${firstAdmin}`);
  say(`${lines.join('\n')}\n`);
}

function complain(error: unknown): void {
  const known = error instanceof ConfigError || process.env.LOG_LEVEL !== 'debug';
  process.stderr.write(`\n${known ? (error as Error).message : (error as Error).stack}\n`);
}

main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
