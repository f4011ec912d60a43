// A small world for one test file: a server of its own on a database of its own, people by name.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { newId } from '../../src/platform/database/index.js';
import type { MemberRole, StaffRole } from '../../src/platform/actor.js';
import { system } from '../../src/platform/actor.js';
import { CONFIG, type Config, readConfig } from '../../src/platform/config.js';
import { Database, type Sql } from '../../src/platform/database/index.js';
import { globalId } from '../../src/platform/graphql/index.js';
import { JobWorker } from '../../src/platform/jobs/index.js';
import { createLogger } from '../../src/platform/observe/index.js';
import { CompaniesService, SignInService } from '../../src/identity/index.js';
import { SpacesService } from '../../src/spaces/index.js';
import { createServer } from '../../src/server.js';
import { sql } from '../../src/platform/database/index.js';
import { Somebody } from './as.js';
import { TestClock } from './clock.js';
import { type TestDatabase, copyDatabase } from './database.js';
import { CaughtMails } from './mails.js';

export type Company = { id: string; uuid: string; handle: string; spaceId: string; spaceUuid: string };
export type Person = Somebody & { id: string; uuid: string; email: string };

/** A Wednesday afternoon in Seoul, in week 2026-W47. */
const NOW = new Date('2026-11-18T05:00:00Z');

export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly clock: TestClock,
    readonly mails: CaughtMails,
    readonly base: string,
    private readonly people: Somebody[] = [],
    private count = 0,
  ) {}

  static async open(
    env: Record<string, string> = {},
    log = createLogger(process.env.TEST_LOG ?? 'silent'),
    onto: TestDatabase | null = null,
    /** The boards' own database; without it they share the other. */
    boardsUrl: string | null = null,
  ): Promise<World> {
    const database = onto ?? (await copyDatabase());
    const clock = new TestClock(NOW);
    const mails = new CaughtMails();
    const dataDirectory = mkdtempSync(join(tmpdir(), 'hotline-world-'));
    const config: Config = {
      // A test's minute stands still, and all its people come from one address.
      ...readConfig({ NODE_ENV: 'production', RATE_FACTOR: '1000', ...env }),
      databaseUrl: database.url,
      dataDirectory,
      boardKeyFile: join(dataDirectory, 'board-key'),
    };
    const app = await createServer({
      config,
      databaseUrl: database.url,
      ...(boardsUrl ? { boardsUrl, boardsApart: true } : {}),
      log,
      clock,
      mailer: mails,
      poolSize: 8,
    });
    await app.listen(0, '127.0.0.1');
    return new World(app, database, clock, mails, (await app.getUrl()).replace('[::1]', '127.0.0.1'));
  }

  /** Another server, of other settings, on the same database. */
  async beside(env: Record<string, string>): Promise<World> {
    const other = await World.open(env, undefined, { url: this.database.url, drop: async () => {} });
    other.clock.set(this.clock.now());
    return other;
  }

  async close(): Promise<void> {
    await Promise.all(this.people.map((each) => each.leave()));
    const { folder } = this;
    await this.app.close();
    await this.database.drop();
    rmSync(folder, { recursive: true, force: true });
  }

  /** Where this world keeps its files. */
  get folder(): string {
    return this.app.get<Config>(CONFIG).dataDirectory;
  }

  /** Runs every job that is due, as the worker would. */
  jobs(): Promise<void> {
    return this.app.get(JobWorker).drain();
  }

  /** Time passes, also for jobs that wait for their moment; then every job that is due runs. */
  async later(milliseconds: number): Promise<void> {
    await this.jobs();
    this.clock.pass(milliseconds);
    const owner = new pg.Client({ connectionString: this.database.url });
    await owner.connect();
    await owner.query(
      `update graphile_worker._private_jobs set run_at = run_at - $1 * interval '1 millisecond' where locked_at is null`,
      [milliseconds],
    );
    await owner.end();
    await this.jobs();
  }

  /** Looks into the database with all rights, past policies. */
  rows<Row extends object>(query: Sql): Promise<Row[]> {
    return this.app.get(Database).read<Row>(system, query);
  }

  async company(
    name = `회사 ${++this.count}`,
    options: { employees?: number; tier?: 'STANDARD' | 'PREMIUM' | 'VIP' } = {},
  ): Promise<Company> {
    const domain = `c${++this.count}.example`;
    const uuid = await this.app.get(Database).transact(system, async (tx) => {
      const companies = this.app.get(CompaniesService);
      const id = await companies.insert(tx, {
        name,
        employees: options.employees ?? 300,
        tier: options.tier ?? 'STANDARD',
        domains: [domain],
      });
      await this.app.get(SpacesService).insert(tx, id, 'a test');
      return id;
    });
    const [row] = await this.rows<{ handle: string; space: string }>(
      sql`select handle, space.id as space from hotline.company join hotline.space on space.company_id = company.id where company.id = ${uuid}`,
    );
    const spaceUuid = row?.space ?? '';
    return {
      uuid,
      id: globalId('company', uuid),
      handle: row?.handle ?? '',
      spaceUuid,
      spaceId: globalId('space', spaceUuid),
    };
  }

  /** A contact of the company, signed in. The first one of a space owns it. */
  async contact(
    company: Company,
    name = `담당 ${++this.count}`,
    role: MemberRole | null = null,
  ): Promise<Person> {
    const email = `p${++this.count}@${company.handle}.example`;
    const uuid = await this.person(email, name);
    await this.app
      .get(Database)
      .transact(system, (tx) => this.app.get(SignInService).joinCompany(tx, company.uuid, uuid, role));
    if (role) {
      await this.app
        .get(Database)
        .transact(system, (tx) =>
          tx.sql(
            sql`update hotline.space_member set role = ${role} where person_id = ${uuid} and space_id = ${company.spaceUuid}`,
          ),
        );
    }
    return this.signedIn(uuid, email, company.handle);
  }

  /** The same person, acting for another company of theirs. */
  async alsoContact(person: Person, company: Company): Promise<Person> {
    await this.app
      .get(Database)
      .transact(system, (tx) => this.app.get(SignInService).joinCompany(tx, company.uuid, person.uuid, null));
    return this.signedIn(person.uuid, person.email, company.handle);
  }

  async staff(role: StaffRole = 'AGENT', name = `직원 ${++this.count}`): Promise<Person> {
    const email = `s${++this.count}@provider.example`;
    const uuid = await this.person(email, name);
    await this.app
      .get(Database)
      .transact(system, (tx) => this.app.get(SignInService).joinStaff(tx, uuid, role));
    return this.signedIn(uuid, email, null);
  }

  stranger(): Somebody {
    return this.remember(new Somebody(this.base, null));
  }

  /** Somebody with a token of one's own making. */
  withToken(token: string, company: string | null = null): Somebody {
    return this.remember(new Somebody(this.base, token, company));
  }

  async signedIn(uuid: string, email: string, company: string | null): Promise<Person> {
    const { token } = await this.app.get(SignInService).asPerson(uuid, 'test');
    const person = Object.assign(new Somebody(this.base, token, company), {
      id: globalId('person', uuid),
      uuid,
      email,
    });
    return this.remember(person);
  }

  /** An id of the right form that belongs to nothing. */
  nobody(type: string): string {
    return globalId(type, newId());
  }

  private person(email: string, name: string): Promise<string> {
    return this.app
      .get(Database)
      .transact(system, (tx) => this.app.get(SignInService).createPerson(tx, { email, name, locale: 'ko' }));
  }

  private remember<Who extends Somebody>(somebody: Who): Who {
    this.people.push(somebody);
    return somebody;
  }
}
