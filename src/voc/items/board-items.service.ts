// What is asked on the boards is a VOC item without a company and without a person: it counts as a mention, and nothing else.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { Database, type Transaction, sql } from '../../platform/database/index.js';
import { globalId } from '../../platform/graphql/index.js';
import { momentAt } from '../../platform/local-time.js';
import { type CarriedQuestion, CarryingReads } from '../../community/index.js';
import { ItemFollowing } from './following.service.js';
import { itemsAnswered } from './items.events.js';
import { ItemSources } from './sources.service.js';

const AT_ONCE = 200;

/** A day is all that is known: its noon lies within it whatever the clocks do. */
const NOON = 12 * 60;

const sourceOf = (id: string): string => `post:${id}`;

@Injectable()
export class BoardItems {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CarryingReads) private readonly boards: CarryingReads,
    @Inject(ItemSources) private readonly sources: ItemSources,
    @Inject(ItemFollowing) private readonly following: ItemFollowing,
  ) {}

  /** Carries over what happened on the boards from `since` to `through`; run twice, it changes nothing more. */
  async carry(since: string | null, through: string): Promise<void> {
    const place = await this.database.readOne<{ zone: string }>(
      system,
      sql`select zone from hotline.installation`,
    );
    const zone = place?.zone ?? 'Asia/Seoul';
    const ids = await this.boards.changed(since, through);
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const questions = await this.boards.questions(ids.slice(at, at + AT_ONCE));
      await this.database.transact(system, async (tx) => {
        const answered: string[] = [];
        for (const question of questions) {
          const itemId = await this.follow(tx, zone, question);
          if (itemId && (await this.answer(tx, itemId, question.answered_on))) answered.push(itemId);
        }
        if (answered.length > 0) await tx.emit(itemsAnswered, { itemIds: answered });
      });
    }
    const gone = await this.boards.gone(since, through);
    for (let at = 0; at < gone.length; at += AT_ONCE)
      await this.database.transact(system, async (tx) => {
        for (const id of gone.slice(at, at + AT_ONCE)) await this.following.forget(tx, sourceOf(id));
      });
  }

  /** The item of a question that stands; null of one that does not. */
  private async follow(tx: Transaction, zone: string, question: CarriedQuestion): Promise<string | null> {
    const { id, board_id: boardId, day, title, body, stands } = question;
    const source = sourceOf(id);
    if (!stands) {
      await this.following.forget(tx, source);
      return null;
    }
    const words = `${title}\n${body}`;
    const utterance = {
      source,
      channel: 'COMMUNITY' as const,
      quote: words,
      occurredAt: momentAt(zone, day, NOON),
      companyId: null,
      personId: null,
      originalUrl: `/boards/${globalId('board', boardId)}/${globalId('boardthread', id)}`,
    };
    const itemId = await this.sources.bring(tx, utterance, { content: { source } });
    await this.following.reword(tx, itemId, words);
    return itemId;
  }

  private async answer(tx: Transaction, itemId: string, day: string | null): Promise<boolean> {
    const changed = await tx.one(sql`
      update hotline.voc_item set answered_on = ${day}::date
      where id = ${itemId} and answered_on is distinct from ${day}::date returning id`);
    return Boolean(changed) && day !== null;
  }
}
