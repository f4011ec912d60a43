// The migrations make exactly the tables that the entities describe, from nothing and from every earlier state.
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { Database, migrate, sql } from '../src/platform/database/index.js';
import { ensureRoles } from '../src/platform/database/roles.js';
import { type TestDatabase, blankDatabase } from './world/database.js';
import { World } from './world/world.js';

const FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql'))
  .sort();

const opened: TestDatabase[] = [];
afterAll(async () => {
  for (const each of opened) await each.drop();
});

async function emptyDatabase(): Promise<string> {
  const database = await blankDatabase();
  opened.push(database);
  return database.url;
}

async function ask<Row>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(query)
    .then(({ rows }) => rows as Row[])
    .finally(() => client.end());
}

/** Everything that can differ: columns, keys, indexes, policies, rights, triggers, functions. */
async function shape(url: string): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    url,
    `select format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as line
       from information_schema.columns where table_schema = 'hotline'
     union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
       from pg_constraint where connamespace = 'hotline'::regnamespace
     union all select indexdef from pg_indexes where schemaname = 'hotline'
     union all select format('policy %s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check) from pg_policies where schemaname = 'hotline'
     union all select format('right %s %s %s', relname, relacl, relrowsecurity::text || relforcerowsecurity::text) from pg_class where relnamespace = 'hotline'::regnamespace
     union all select format('column right %s.%s %s', attrelid::regclass, attname, attacl) from pg_attribute where attacl is not null and attrelid in (select oid from pg_class where relnamespace = 'hotline'::regnamespace)
     union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'hotline'::regnamespace)
     union all select format('function %s %s', proacl, pg_get_functiondef(oid)) from pg_proc where pronamespace = 'hotline'::regnamespace
     union all select format('view %s %s', viewname, definition) from pg_views where schemaname = 'hotline'
     order by 1`,
  );
  return rows.map(({ line }) => line);
}

/** The state that an installation was in before the later files were written. */
async function upTo(count: number): Promise<string> {
  const url = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'hotline-migrations-'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const file of FILES.slice(0, count)) copyFileSync(join(FOLDER, file), join(folder, file));
    await ensureRoles(client);
    const quiet = { info: () => {}, warn: () => {}, error: () => {} };
    await runner({
      dbClient: client,
      dir: folder,
      migrationsTable: 'migration',
      schema: 'hotline',
      createSchema: true,
      direction: 'up',
      logger: quiet,
    });
  } finally {
    await client.end();
    rmSync(folder, { recursive: true });
  }
  return url;
}

/** PostgreSQL's short names of what entities write out. */
const SHORT: Record<string, string> = { int: 'int4', bigint: 'int8', boolean: 'bool', real: 'float4' };

describe('after all migrations', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('every column of every entity is there, of the same type and nullability', async () => {
    const found = await world.rows<{ table: string; column: string; type: string; nullable: boolean }>(sql`
      select table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable
      from information_schema.columns where table_schema = 'hotline'`);
    const columns = new Map(
      found.map(({ table, column, type, nullable }) => [`${table}.${column}`, { type, nullable }]),
    );
    const entities = world.app.get(Database).metadata;
    expect(entities.length).toBeGreaterThanOrEqual(7);
    for (const entity of entities) {
      for (const column of entity.columns) {
        const name = `${entity.tableName}.${column.databaseName}`;
        const type = String(column.type);
        expect([name, columns.get(name)]).toEqual([
          name,
          { type: SHORT[type] ?? type, nullable: column.isNullable },
        ]);
      }
    }
  });

  it('every column that an entity does not know has a default or may be null', async () => {
    for (const entity of world.app.get(Database).metadata) {
      const known = entity.columns.filter(({ isInsert }) => isInsert).map(({ databaseName }) => databaseName);
      const missing =
        await world.rows(sql`select column_name from information_schema.columns where table_schema = 'hotline'
        and table_name = ${entity.tableName} and column_name <> all(${known}::text[]) and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`);
      expect([entity.tableName, missing]).toEqual([entity.tableName, []]);
    }
  });
});

describe('migrating', () => {
  it('twice changes nothing and says that nothing ran', async () => {
    const url = await emptyDatabase();
    expect(await migrate(url)).toEqual(FILES.map((file) => file.replace('.sql', '')));
    const once = await shape(url);
    expect(await migrate(url)).toEqual([]);
    expect(await shape(url)).toEqual(once);
  });

  it('from two processes at once runs each file once', async () => {
    const url = await emptyDatabase();
    const ran = await Promise.all([migrate(url), migrate(url)]);
    expect(ran.flat().sort()).toEqual(FILES.map((file) => file.replace('.sql', '')));
  });

  it.each(FILES.slice(0, -1).map((file, index) => [file, index + 1] as const))(
    'from the state after %s leads to the same',
    async (_file, count) => {
      const [fresh, old] = [await emptyDatabase(), await upTo(count)];
      await migrate(fresh);
      expect(await migrate(old)).toEqual(FILES.slice(count).map((file) => file.replace('.sql', '')));
      expect(await shape(old)).toEqual(await shape(fresh));
    },
  );
});

describe('the files', () => {
  it('are numbered without a gap, and only go forward', () => {
    expect(FILES.map((file) => Number(file.slice(0, 4)))).toEqual(FILES.map((_, index) => index + 1));
    for (const file of FILES) {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      expect([file, text.startsWith('-- Up Migration')]).toEqual([file, true]);
      expect([file, /down migration/i.test(text)]).toEqual([file, false]);
    }
  });

  it('take the time from the clock: none asks the database what time it is', () => {
    for (const file of FILES) {
      const code = readFileSync(join(FOLDER, file), 'utf8').replace(/--.*$/gm, '');
      expect([file, code.match(/\b(now\(\)|current_timestamp|clock_timestamp|localtimestamp)/gi)]).toEqual([
        file,
        null,
      ]);
    }
  });
});
