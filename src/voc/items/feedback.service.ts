// What participants say of a training, in words, is a VOC item; it follows what they change of it.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, sql } from '../../platform/database/index.js';
import { globalId } from '../../platform/graphql/index.js';
import { SessionsReads } from '../../training/index.js';
import { ItemFollowing } from './following.service.js';
import { ItemSources } from './sources.service.js';

@Injectable()
export class FeedbackItems {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SessionsReads) private readonly sessions: SessionsReads,
    @Inject(ItemSources) private readonly sources: ItemSources,
    @Inject(ItemFollowing) private readonly following: ItemFollowing,
  ) {}

  /** Counts in the week in which it was first said. A score without words is a figure of the session alone. */
  async count(feedbackId: string): Promise<void> {
    const said = await this.sessions.saidOf(feedbackId);
    if (!said) return;
    const source = `feedback:${feedbackId}`;
    await this.database.transact(system, async (tx) => {
      // Two changes right after each other are counted one after the other, and each reads what stands now.
      await tx.sql(sql`select pg_advisory_xact_lock(hashtext(${source}))`);
      const now = await tx.one<{ words: string | null }>(
        sql`select words from hotline.training_feedback where id = ${feedbackId}`,
      );
      if (!now?.words) return this.following.takeOut(tx, source);
      const utterance = {
        source,
        channel: 'TRAINING' as const,
        quote: now.words,
        occurredAt: said.given_at,
        companyId: said.company_id,
        personId: said.person_id,
        originalUrl: `/training/sessions/${globalId('trainingsession', said.session_id)}`,
      };
      const itemId = await this.sources.bring(tx, utterance, { content: { source } });
      await this.following.reword(tx, itemId, now.words);
    });
  }
}
