// The second door: jobs in a process of their own (the servers then run with WORKER=apart).
import { createContext } from './context.js';
import { openDatabase, setUp } from './installation.js';
import { readConfig } from './platform/config.js';
import { JobWorker } from './platform/jobs/index.js';
import { createLogger, endOnSignal, OperatorPort, startTraces } from './platform/observe/index.js';

const config = readConfig();
const endTraces = await startTraces();
const opened = await openDatabase(config);
await setUp(opened.databaseUrl, config, new Date());
const context = await createContext({
  config,
  databaseUrl: opened.databaseUrl,
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
