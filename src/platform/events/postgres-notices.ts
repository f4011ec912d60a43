// Notices of the database: one connection that listens, comes back by itself and says when something was missed.
import pg from 'pg';

export type Ears = {
  hear: (notice: string) => void;
  /** Listening stands again after it did not: whatever was said meanwhile was not heard. */
  missed: () => void;
  /** Said once for each time the database goes away. */
  away: (reason: string) => void;
};

const RETRY_MS = 500;

/** A connection that only listens would not notice for hours that its other end has vanished: it is asked. */
const ASK_EVERY_MS = 5_000;

export class PostgresNotices {
  private client: pg.Client | null = null;
  private asking: NodeJS.Timeout | null = null;
  private retrying: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    /** A plain word of ours. */
    private readonly channel: string,
    private readonly ears: Ears,
  ) {}

  /** Whether what is said now is heard. */
  get stands(): boolean {
    return this.client !== null;
  }

  /** Throws when the database does not answer now; later it tries again until it does. */
  async start(): Promise<void> {
    await this.listen();
    this.asking = setInterval(() => void this.ask(), ASK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.asking) clearInterval(this.asking);
    if (this.retrying) clearTimeout(this.retrying);
    await this.client?.end().catch(() => {});
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: `${this.channel} hints`,
      connectionTimeoutMillis: ASK_EVERY_MS,
      query_timeout: ASK_EVERY_MS,
      keepAlive: true,
    });
    client.on('error', () => {});
    client.on('notification', ({ payload }) => this.ears.hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    if (this.stopped) return void client.end().catch(() => {});
    // Only a connection that stood can be lost; a failed attempt ends as well, and would start a second row of attempts.
    client.on('end', () => this.lost('the connection was closed'));
    this.client = client;
  }

  private async ask(): Promise<void> {
    const { client } = this;
    try {
      await client?.query('select 1');
    } catch (error) {
      // Ending it politely would wait for an answer, too.
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      if (client === this.client) this.lost((error as Error).message);
    }
  }

  private lost(reason: string): void {
    if (this.stopped || !this.client) return;
    this.client = null;
    this.ears.away(reason);
    this.again();
  }

  private again(): void {
    this.retrying = setTimeout(() => {
      this.listen().then(
        () => this.ears.missed(),
        () => {
          if (!this.stopped) this.again();
        },
      );
    }, RETRY_MS).unref();
  }
}
