// What a host hands to the product; our own main.ts is simply the first host.
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import type { Mailer } from './platform/mail/index.js';
import type { Logger } from './platform/observe/index.js';

export type HotlineOptions = {
  config: Config;
  /** A migrated PostgreSQL. */
  databaseUrl: string;
  /** The boards', of a cluster of its own; left out: they lie beside the rest in `databaseUrl`. */
  boardsUrl?: string;
  /** Whether that is another cluster indeed. */
  boardsApart?: boolean;
  log: Logger;
  /** Tests own the calendar. */
  clock?: Clock;
  /** Tests look at what would be sent. */
  mailer?: Mailer;
  /** Connections of each of the three pools. */
  poolSize?: number;
};
