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
import { Lifecycle, LOG, type Logger } from './observe/index.js';

export type PlatformOptions = {
  config: Config;
  databaseUrl: string;
  entities: Function[];
  log: Logger;
  clock?: Clock;
  mailer?: Mailer;
  poolSize?: number;
};

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
        Events,
        {
          provide: Database,
          inject: [Clock, Events],
          useFactory: async (clock: Clock, events: Events) => {
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
        Lifecycle,
        Mail,
        options.mailer
          ? { provide: Mailer, useValue: options.mailer }
          : { provide: Mailer, useClass: SmtpMailer },
        Nodes,
        NodeResolver,
      ],
      exports: [
        CONFIG,
        LOG,
        Clock,
        Events,
        Database,
        Cursors,
        FileStore,
        Hub,
        Incoming,
        JobWorker,
        Lifecycle,
        Mail,
        Mailer,
        Nodes,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
