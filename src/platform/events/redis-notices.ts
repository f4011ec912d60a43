// Notices through Redis: one process listens to the database and passes on, all others hear Redis alone.
// The database stays the source, so a notice leaves with its commit or not at all; see docs/decisions/0011.
import { type RedisClientType, createClient } from '@redis/client';
import { randomUUID } from 'node:crypto';
import { type Ears, PostgresNotices } from './postgres-notices.js';

type Road = 'relay' | 'follow' | 'direct';

/** How often the lease is renewed, and looked whether it is free. */
const LOOK_MS = 1_000;
/** Three looks: a relay that died is followed by another after this long. Two at once would only say things twice. */
const LEASE_MS = 3_000;
const PATIENCE_MS = 2_000;

/** First word of every new relay: what was said before it stood may not have been heard. */
const MISSED = 'MISSED';

export class RedisNotices {
  private readonly me = randomUUID();
  private readonly speaker: RedisClientType;
  private readonly listener: RedisClientType;
  private database: PostgresNotices | null = null;
  private road: Road | null = null;
  private looking: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();
  private subscribed = false;
  private stopped = false;

  constructor(
    redisUrl: string,
    private readonly source: { url: string; channel: string },
    /** Of this installation alone: several may share one Redis. */
    private readonly channel: string,
    private readonly ears: Ears,
    private readonly tell: (sentence: string, reason?: string) => void,
  ) {
    this.speaker = this.client(redisUrl);
    this.listener = this.client(redisUrl);
  }

  /** Whether what is said now is heard, by whatever road. */
  get stands(): boolean {
    return this.road === 'follow' || (this.road !== null && this.database?.stands === true);
  }

  /** Redis may be away; a database that is away throws. */
  async start(): Promise<void> {
    this.speaker.connect().catch(() => {});
    // A subscription survives lost connections by itself.
    const subscribing = this.listener
      .connect()
      .then(() => this.listener.subscribe(this.channel, (word) => this.heard(word)))
      .then(() => {
        this.subscribed = true;
        void this.look();
      })
      .catch(() => {});
    await Promise.race([subscribing, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
    await this.choose();
    this.looking = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.looking) clearInterval(this.looking);
    await this.turn;
    // Whoever is next need not wait until the lease runs out.
    if (this.road === 'relay' && this.speaker.isReady) await this.speaker.del(this.key).catch(() => 0);
    for (const client of [this.speaker, this.listener]) if (client.isOpen) client.destroy();
    await this.database?.stop();
  }

  private get key(): string {
    return `${this.channel}:relay`;
  }

  private client(url: string): RedisClientType {
    const client: RedisClientType = createClient({
      url,
      // What cannot be said now is not said later: then everybody has been told to read again.
      disableOfflineQueue: true,
      pingInterval: 5_000,
      socket: {
        connectTimeout: 5_000,
        reconnectStrategy: (tries) => Math.min(2_000, 50 * 2 ** tries) + Math.random() * 200,
      },
    });
    for (const change of ['error', 'ready']) client.on(change, () => void this.look());
    return client;
  }

  /** Looks which road is right now and changes to it; one look after the other. */
  private look(): Promise<void> {
    // A database that is away as well is told by its own connection; the next look tries again.
    this.turn = this.turn.then(() => this.choose()).catch(() => {});
    return this.turn;
  }

  private async choose(): Promise<void> {
    const road = await this.wanted();
    if (road === this.road || this.stopped) return;
    const before = this.road;
    if (road === 'follow') {
      await this.database?.stop();
      this.database = null;
    } else {
      // Before the first notice comes it is clear where it goes.
      this.road = road;
      await this.listen().catch((error: unknown) => {
        this.road = null;
        throw error;
      });
    }
    this.road = road;
    if (road === 'relay') await this.say(MISSED);
    else if (before) this.ears.missed();
    if (road === 'direct') this.tell('Redis is away, so this process listens to the database itself');
    else if (before === 'direct') this.tell('Redis is back');
  }

  private async wanted(): Promise<Road> {
    if (!this.subscribed || !this.speaker.isReady || !this.listener.isReady) return 'direct';
    try {
      const holder = await this.speaker.get(this.key);
      if (holder === this.me) await this.speaker.pExpire(this.key, LEASE_MS);
      else if (holder !== null) return 'follow';
      else if (
        !(await this.speaker.set(this.key, this.me, {
          condition: 'NX',
          expiration: { type: 'PX', value: LEASE_MS },
        }))
      )
        return 'follow';
      return 'relay';
    } catch {
      return 'direct';
    }
  }

  private async listen(): Promise<void> {
    if (this.database) return;
    const database = new PostgresNotices(this.source.url, this.source.channel, {
      hear: (notice) => (this.road === 'relay' ? void this.say(notice) : this.ears.hear(notice)),
      missed: () => (this.road === 'relay' ? void this.say(MISSED) : this.ears.missed()),
      away: this.ears.away,
    });
    await database.start();
    this.database = database;
  }

  private async say(word: string): Promise<void> {
    try {
      await this.speaker.publish(this.channel, word);
    } catch (error) {
      // Not said to the others: they hear from the next relay, which begins with MISSED. This process is told now.
      this.road = null;
      this.tell('a notice did not reach Redis', (error as Error).message);
      this.ears.missed();
      void this.look();
    }
  }

  private heard(word: string): void {
    // On the direct road the same comes from the database.
    if (this.road === 'direct') return;
    if (word === MISSED) this.ears.missed();
    else this.ears.hear(word);
  }
}
