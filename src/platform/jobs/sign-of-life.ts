// A worker's sign of life: locks in the database that go when its process dies, and jobs of those who have none.
import pg from 'pg';

/** Jobs younger than this are left alone: their worker may just be saying that it lives. */
const YOUNG = `interval '5 seconds'`;

/** After a crash of the database no worker holds its lock for a moment; all are back within this time. */
const COME_BACK = `interval '10 seconds'`;

const RETRY_MS = 500;
const TIMEOUT_MS = 10_000;

export class SignOfLife {
  private readonly names = new Set<string>();
  private client: pg.Client | null = null;
  private since = 0;
  private retrying: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly url: string) {}

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'hotline worker alive',
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
      keepAlive: true,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      for (const name of this.names) await client.query(LOCK, [name]);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    if (this.closed) return void client.end().catch(() => {});
    client.on('end', () => this.again());
    this.client = client;
    this.since = Date.now();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retrying) clearTimeout(this.retrying);
    await this.client?.end().catch(() => {});
  }

  /** The lock named after a pool of workers, in whose name its jobs are locked. */
  claim(name: string): void {
    this.names.add(name);
    // When this fails the connection is lost, and all names are locked again with the next one.
    this.client?.query(LOCK, [name]).catch(() => {});
  }

  /** This pool has ended: what it left locked may be given back at once. */
  async leave(name: string): Promise<void> {
    this.names.delete(name);
    await this.client?.query('select graphile_worker.force_unlock_workers($1)', [[name]]);
    await this.client?.query('select pg_advisory_unlock(hashtext($1), 1)', [name]);
  }

  /**
   * Gives back the jobs of workers that have died, which would stay locked for hours, and returns their names.
   * After the loss of one's own connection it waits a round, since others may have lost theirs.
   */
  async giveBack(): Promise<string[]> {
    const { client } = this;
    if (!client || (this.lostBefore && Date.now() - this.since < TIMEOUT_MS)) return [];
    const { rows } = await client.query<{ dead: string[] | null }>(
      `select array_agg(distinct job.locked_by) as dead from graphile_worker._private_jobs job
       where job.locked_at < now() - ${YOUNG} and pg_postmaster_start_time() < now() - ${COME_BACK}
         and not exists (select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2
           and classid = (hashtext(job.locked_by)::bigint & 4294967295)::oid and objid = 1
           and database = (select oid from pg_database where datname = current_database()))`,
    );
    const dead = rows[0]?.dead ?? [];
    if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    return dead;
  }

  private lostBefore = false;

  private again(): void {
    this.client = null;
    this.lostBefore = true;
    if (this.closed) return;
    this.retrying = setTimeout(() => {
      this.open().catch(() => this.again());
    }, RETRY_MS).unref();
  }
}

const LOCK = 'select pg_advisory_lock(hashtext($1), 1)';
