// Takes in what GitHub, Jira and Linear say of linked work, each message once and never backwards.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, sql } from '../../platform/database/index.js';
import { invalid, notFound, unauthenticated } from '../../platform/errors.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { type HookProvider, digestOf, isSigned, newsOf } from './hooks.js';

/** A signed message of Linear says when it was sent; older than this it is no news but a recording. */
const FRESH_MS = 60_000;
const KEPT_DAYS = 90;

export type HookAnswer = 'TAKEN' | 'KNOWN' | 'NOTHING';

@Injectable()
export class HooksService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws NOT_FOUND where no secret is set, UNAUTHENTICATED for a wrong signature or an old message. */
  async take(provider: HookProvider, body: Buffer, signature: string): Promise<HookAnswer> {
    const secret = this.secretOf(provider);
    if (!secret) throw notFound();
    if (!isSigned(body, secret, signature)) throw unauthenticated();
    let said: unknown;
    try {
      said = JSON.parse(body.toString('utf8'));
    } catch {
      throw invalid('JSON', 'This message cannot be read.');
    }
    if (provider === 'LINEAR' && !this.isFresh(said)) throw unauthenticated();
    const news = newsOf(provider, said);
    return this.database.transact(system, async (tx) => {
      const fresh = await tx.one(sql`
        insert into hotline.planning_hook (provider, digest, received_at)
        values (${provider}, ${digestOf(body)}, ${tx.at}) on conflict do nothing returning provider`);
      if (!fresh) return 'KNOWN';
      if (!news) return 'NOTHING';
      const moved = await tx.sql(sql`
        update hotline.planning_link set state = ${news.state}, state_word = ${news.word.slice(0, 60)}, state_at = ${news.at}
        where provider = ${provider} and key = ${news.key} and (state_at is null or state_at <= ${news.at}) returning id`);
      if (moved.length > 0) tx.hint([STAFF_TOPIC], { kind: 'PLANNING' });
      return moved.length > 0 ? 'TAKEN' : 'NOTHING';
    });
  }

  /** What is so old that its own time stamp stands in the way of it. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    await this.database.transact(system, (tx) =>
      tx.sql(sql`delete from hotline.planning_hook where received_at < ${before}`),
    );
  }

  private isFresh(said: unknown): boolean {
    const sent = (said as { webhookTimestamp?: unknown } | null)?.webhookTimestamp;
    return typeof sent === 'number' && Math.abs(this.clock.now().getTime() - sent) <= FRESH_MS;
  }

  private secretOf(provider: HookProvider): string | null {
    const { githubSecret, jiraSecret, linearSecret } = this.config;
    return { GITHUB: githubSecret, JIRA: jiraSecret, LINEAR: linearSecret }[provider];
  }
}
