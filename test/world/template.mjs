// The migrated database of which every test file gets its own copy.
import pg from 'pg';
import { setUp } from '../../dist/installation.js';
import { readConfig } from '../../dist/platform/config.js';

export const TEMPLATE = `hotline_template_${process.pid}`;

/** Makes the template on the server of `adminUrl`; copies are made by world/database.ts. */
export async function prepareTemplate(adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  await setUp(url.href, readConfig({}), new Date('2026-11-16T00:00:00Z'));
  await trainOnce(url.href);
  process.env.TEST_TEMPLATE = TEMPLATE;
}

/** The first model is trained once for all files. */
async function trainOnce(databaseUrl) {
  const { createContext } = await import('../../dist/context.js');
  const { createLogger } = await import('../../dist/platform/observe/index.js');
  const context = await createContext({
    config: readConfig({}),
    databaseUrl,
    log: createLogger('error'),
    poolSize: 1,
  });
  await context.close();
}

export async function dropTemplate(adminUrl) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.end();
}
