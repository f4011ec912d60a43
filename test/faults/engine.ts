// The database of a storm, and how it dies: the embedded one by kill -9, one of one's own by losing every connection.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dataFolder } from '../world/process.js';

export type Engine = {
  /** What the processes are started with. */
  env: Record<string, string>;
  /** Past all policies, for whoever proves. Known once the first process has started. */
  url(): string;
  kill(): Promise<void>;
  remove(): Promise<void>;
};

export const openEngine = (): Promise<Engine> =>
  process.env.TEST_DATABASE_URL ? ownDatabase(process.env.TEST_DATABASE_URL) : Promise.resolve(embedded());

/** Nobody here registers as its user, so that the product's own processes have to bring it back. */
function embedded(): Engine {
  const folder = dataFolder('storm');
  const note = (): string[] => readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  return {
    env: { DATA_DIR: folder },
    url: () => {
      const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
      const [, , , port, socket] = note();
      return `postgres://hotline:${password}@${encodeURIComponent(socket ?? '')}:${port}/hotline?sslmode=disable`;
    },
    kill: async () => {
      try {
        process.kill(Number(note()[0]), 'SIGKILL');
      } catch {
        // It is dead already, or just being started.
      }
    },
    remove: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function ownDatabase(adminUrl: string): Promise<Engine> {
  const name = `hotline_storm_${randomBytes(6).toString('hex')}`;
  const folder = dataFolder('storm');
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const asAdmin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await asAdmin(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  return {
    env: { DATABASE_URL: url.href, DATA_DIR: folder },
    url: () => url.href,
    kill: () => asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`),
    remove: async () => {
      await asAdmin(`drop database ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
