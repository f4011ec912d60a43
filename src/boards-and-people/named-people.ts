// A person's right to what stands under their name on boards with names. What they wrote anonymously is nobody's: to take it out
// would show whose it was to everybody who sees it go.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { type Transaction, sql } from '../platform/database/index.js';
import { Events } from '../platform/events/index.js';
import { dateIn } from '../platform/local-time.js';
import { type BoardKeys, NamedPosts, type TagsOf } from '../community/index.js';
import { PersonalData, REMOVED, personErasing } from '../identity/index.js';
import { BOARD_KEYS } from './keys.js';

@Injectable()
export class NamedPeople {
  constructor(
    @Inject(Events) events: Events,
    @Inject(PersonalData) data: PersonalData,
    @Inject(NamedPosts) private readonly posts: NamedPosts,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BOARD_KEYS) private readonly keys: () => BoardKeys,
  ) {
    events.rule(personErasing, (tx, { personIds, words }) => this.erase(tx, personIds, words));
    data.register({ name: 'boardPosts', entries: (ids) => this.posts.of(this.tagsOf(ids)) });
  }

  private tagsOf(personIds: readonly string[]): TagsOf {
    const keys = this.keys();
    return (threadId) => personIds.flatMap((each) => keys.tags(each, 'author', threadId));
  }

  /**
   * Before the rest is committed: should that fail, a name too much is gone, never one too little. Where the boards are away,
   * nobody is erased by halves.
   */
  private async erase(tx: Transaction, personIds: string[], words: boolean): Promise<void> {
    const place = await tx.one<{ zone: string }>(sql`select zone from hotline.installation`);
    const today = dateIn(place?.zone ?? 'Asia/Seoul', this.clock.now());
    await this.posts.forget(this.tagsOf(personIds), { words, instead: REMOVED, today });
    const ours = await tx.sql<{ name: string }>(sql`
      select gone.name from hotline.person gone where gone.id = any(${personIds}::uuid[]) and gone.staff_role is not null
        and not exists (select 1 from hotline.person other where other.name = gone.name and other.staff_role is not null
          and other.erased_at is null and other.id <> all(${personIds}::uuid[]))`);
    await this.posts.forgetOurs(
      ours.map(({ name }) => name),
      REMOVED,
    );
  }
}
