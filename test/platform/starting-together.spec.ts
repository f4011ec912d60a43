// Several processes start at the same moment: each step of the migration runs once, and a schedule fires once for all.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/platform/database/index.js';
import { Database } from '../../src/platform/database/index.js';
import { Events } from '../../src/platform/events/index.js';
import { JobWorker } from '../../src/platform/jobs/index.js';
import { createLogger, Metrics } from '../../src/platform/observe/index.js';
import { World } from '../world/world.js';

const MOMENT_MS = 50;

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_ADMIN_URL });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

it('migrates an empty database once, though three begin at once', async () => {
  const name = `hotline_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  const url = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? '');
  url.pathname = `/${name}`;
  try {
    const ran = await Promise.all([migrate(url.href), migrate(url.href), migrate(url.href)]);
    // One did all of it, and the others found nothing left to do.
    const amounts = ran.map((steps) => steps.length).sort((a, b) => a - b);
    expect(amounts).toEqual([0, 0, ran.flat().length]);
    expect(new Set(ran.flat()).size).toBe(ran.flat().length);
  } finally {
    await asAdmin(`drop database ${name}`);
  }
});

it('makes up once, for all workers together, for what the calendar wanted while nobody was there', async () => {
  const world = await World.open();
  const database = world.app.get(Database);
  const owner = new pg.Client({ connectionString: world.database.url });
  await owner.connect();
  const runs: string[] = [];
  const workers = ['first', 'second'].map((name) => {
    const events = new Events();
    const { hour, minute } = anHourAgo();
    events.every(`${minute} ${hour} * * *`, 'nightlyRecount', async () => void runs.push(name));
    return new JobWorker(database, events, createLogger('silent'), new Metrics());
  });
  try {
    await owner.query(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
       values ('nightlyRecount', now() - interval '9 days', now() - interval '20 hours')`,
    );
    await Promise.all(workers.map((worker) => worker.start()));
    while (runs.length === 0) await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
    // Each has looked at the calendar by now, so whatever else was to come stands in the queue.
    await Promise.all(workers.map((worker) => worker.stop()));
    const { rows } = await owner.query(`select 1 from graphile_worker._private_jobs`);
    expect({ runs: runs.length, waiting: rows.length }).toEqual({ runs: 1, waiting: 0 });
  } finally {
    await owner.end();
    await world.close();
  }
});

function anHourAgo(): { hour: number; minute: number } {
  const moment = new Date(Date.now() - 3_600_000);
  return { hour: moment.getUTCHours(), minute: moment.getUTCMinutes() };
}
