// One database a test file, copied from the migrated template and dropped afterwards.
import pg from 'pg';
import { randomBytes } from 'node:crypto';

export type TestDatabase = { url: string; drop(): Promise<void> };

export const copyDatabase = (): Promise<TestDatabase> =>
  makeDatabase(`template ${process.env.TEST_TEMPLATE}`);

/** One without anything in it: nothing has migrated it yet. */
export const blankDatabase = (): Promise<TestDatabase> =>
  makeDatabase(`encoding 'UTF8' locale 'C.UTF-8' template template0`);

async function makeDatabase(how: string): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL;
  if (!adminUrl) throw new Error('The run has no database: was global-setup left out?');
  const name = `hotline_test_${randomBytes(6).toString('hex')}`;
  await admin(adminUrl, `create database ${name} ${how}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(adminUrl, `drop database if exists ${name}`) };
}

/** Tries for a while: a connection that was just closed may still be seen by the server. */
async function admin(url: string, statement: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (attempt >= 40 || (error as { code?: string }).code !== '55006') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end();
    }
  }
}
