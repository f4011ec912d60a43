// The ground for all modules: settings, clock, log, database, events, jobs, mail, cursors.
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { join, resolve } from 'node:path';
import { Clock, SystemClock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { Database, sql } from './database/index.js';
import { system } from './actor.js';
import { Events, Hub } from './events/index.js';
import { DiskFiles, FileStore, Incoming } from './files/index.js';
import { Cursors, NodeResolver, Nodes } from './graphql/index.js';
import { JobWorker } from './jobs/index.js';
import { Mail, Mailer, SmtpMailer } from './mail/index.js';
import { Health, Lifecycle, LOG, type Logger, Metrics, OperatorPort } from './observe/index.js';
import { Rates } from './rates.js';

export type PlatformOptions = {
  config: Config;
  databaseUrl: string;
  entities: Function[];
  log: Logger;
  clock?: Clock;
  mailer?: Mailer;
  poolSize?: number;
};

function observeDatabase(database: Database, metrics: Metrics, health: Health): void {
  health.needs('database', () => database.read(system, sql`select 1 as one`));
  metrics.gauge(
    'hotline_connections',
    'Connections to the database by role and state; waiting are those who want one and have none.',
    ['role', 'state'],
    () =>
      database.pools().flatMap(({ role, open, idle, waiting }) => [
        { labels: { role, state: 'busy' }, value: open - idle },
        { labels: { role, state: 'idle' }, value: idle },
        { labels: { role, state: 'waiting' }, value: waiting },
      ]),
  );
}

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(options: PlatformOptions): DynamicModule {
    const folder = join(resolve(options.config.dataDirectory), 'files');
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: options.config },
        { provide: LOG, useValue: options.log },
        { provide: Clock, useValue: options.clock ?? new SystemClock() },
        Lifecycle,
        Health,
        Metrics,
        OperatorPort,
        Events,
        {
          provide: Database,
          inject: [Clock, Events, Metrics, Health],
          useFactory: async (clock: Clock, events: Events, metrics: Metrics, health: Health) => {
            const database = new Database(
              {
                url: options.databaseUrl,
                entities: options.entities,
                ...(options.poolSize ? { poolSize: options.poolSize } : {}),
              },
              clock,
              events,
            );
            await database.open();
            observeDatabase(database, metrics, health);
            return database;
          },
        },
        {
          provide: Cursors,
          inject: [Database],
          useFactory: async (database: Database) => {
            const row = await database.readOne<{ cursor_key: string }>(
              system,
              sql`select cursor_key from hotline.installation`,
            );
            if (!row) throw new Error('The installation has not been set up: run the migration first.');
            return new Cursors(row.cursor_key);
          },
        },
        Hub,
        { provide: FileStore, useValue: new DiskFiles(folder) },
        {
          provide: Incoming,
          useValue: new Incoming(join(folder, 'incoming'), options.config.fileLimitMb * 1_048_576),
        },
        JobWorker,
        Mail,
        options.mailer
          ? { provide: Mailer, useValue: options.mailer }
          : { provide: Mailer, useClass: SmtpMailer },
        Nodes,
        NodeResolver,
        Rates,
      ],
      exports: [
        CONFIG,
        LOG,
        Clock,
        Events,
        Health,
        Lifecycle,
        Metrics,
        OperatorPort,
        Database,
        Cursors,
        FileStore,
        Hub,
        Incoming,
        JobWorker,
        Mail,
        Mailer,
        Nodes,
        Rates,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
