// The second door: jobs in a process of their own (the servers then run with WORKER=apart).
import { createContext } from './context.js';
import { checkBoardKeys, openDatabase, setUp } from './installation.js';
import { readConfig } from './platform/config.js';
import { JobWorker } from './platform/jobs/index.js';
import { createLogger, endOnSignal, OperatorPort, startTraces } from './platform/observe/index.js';

async function main(): Promise<void> {
  const config = readConfig();
  const endTraces = await startTraces();
  const opened = await openDatabase(config);
  await setUp(opened.databaseUrl, config, new Date(), undefined, opened.boardsUrl);
  await checkBoardKeys(opened.boardsUrl, config, new Date());
  const context = await createContext({
    config,
    databaseUrl: opened.databaseUrl,
    boardsUrl: opened.boardsUrl,
    boardsApart: opened.boardsApart,
    log: createLogger(config.logLevel),
  });
  endOnSignal(
    () => context.get(JobWorker).stop(),
    async () => {
      await context.close();
      await endTraces().catch(() => {});
      await opened.release();
    },
  );
  await context.get(JobWorker).start();
  if (config.metricsPort !== null) {
    const port = await context.get(OperatorPort).open(config.metricsHost, config.metricsPort);
    process.stdout.write(`Metrics are at http://${config.metricsHost}:${port}/metrics\n`);
  }
  process.stdout.write('Hotline worker is running.\n');
}

main().catch((error: unknown) => {
  // A sentence for whoever starts it; what starts it again belongs to the system.
  process.stderr.write(
    `${process.env.LOG_LEVEL === 'debug' ? (error as Error).stack : (error as Error).message}\n`,
  );
  process.exit(1);
});
