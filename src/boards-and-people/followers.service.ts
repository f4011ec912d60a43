// Who follows a thread on a board with names, and is told of what is said there.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../platform/actor.js';
import { Database, type Transaction, sql } from '../platform/database/index.js';
import { must } from '../platform/errors.js';
import { Events } from '../platform/events/index.js';
import { globalId } from '../platform/graphql/index.js';
import {
  BoardDoor,
  type BoardAccess,
  NamedPosts,
  type NamedThread,
  saidUnderName,
} from '../community/index.js';
import { PersonalData, personErasing } from '../identity/index.js';
import {
  type Described,
  Describers,
  NotificationsService,
  type Recipient,
  type ToDescribe,
} from '../notifications/index.js';
import { SpacesReads } from '../spaces/index.js';

type Follower = { person_id: string; company_id: string | null };

/** How much of a post a mail says, in characters. */
const EXCERPT = 600;

@Injectable()
export class FollowersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BoardDoor) private readonly door: BoardDoor,
    @Inject(NamedPosts) private readonly posts: NamedPosts,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(Describers) describers: Describers,
    @Inject(Events) events: Events,
    @Inject(PersonalData) data: PersonalData,
  ) {
    describers.register('boardthread', (recipient, subjects) => this.describe(recipient, subjects));
    events.after(saidUnderName, 'tellFollowersWhenSaid', ({ threadId, postId }) =>
      this.tell(threadId, postId),
    );
    events.rule(personErasing, async (tx, { personIds }) => {
      await tx.sql(sql`delete from hotline.board_following where person_id = any(${personIds}::uuid[])`);
    });
    data.register({
      name: 'boardsFollowed',
      rows: (ids) => sql`select following.person_id || ' ' || following.thread_id as key,
          json_build_object('thread', following.thread_id, 'since', following.since) as entry
        from hotline.board_following following where following.person_id = any(${[...ids]}::uuid[])`,
    });
  }

  /** Throws NOT_FOUND, and INVALID ANONYMOUS_BOARD. */
  async follow(actor: Actor, threadId: string, following: boolean): Promise<void> {
    must(actor.kind === 'contact' || actor.kind === 'staff');
    await this.posts.thread(await this.door.enter(actor), threadId);
    const companyId = actor.kind === 'contact' ? actor.companyId : null;
    await this.database.transact(system, async (tx) => {
      if (!following) return this.leave(tx, actor.personId, threadId);
      await tx.sql(sql`insert into hotline.board_following (person_id, thread_id, company_id, since)
        values (${actor.personId}, ${threadId}, ${companyId}::uuid, ${tx.at})
        on conflict (person_id, thread_id) do update set company_id = excluded.company_id`);
    });
  }

  async follows(actor: Actor, threadId: string): Promise<boolean> {
    must(actor.kind === 'contact' || actor.kind === 'staff');
    await this.posts.thread(await this.door.enter(actor), threadId);
    const row = await this.database.readOne<object>(
      system,
      sql`select 1 as one from hotline.board_following following
          join hotline.person person on person.id = following.person_id
          where following.thread_id = ${threadId} and coalesce(person.merged_into_id, person.id) = ${actor.personId}`,
    );
    return row !== null;
  }

  /** Those that the actor may read, by id. */
  async threads(actor: Actor, ids: readonly string[]): Promise<Map<string, NamedThread>> {
    const rows = await this.posts.threads(await this.door.enter(actor), ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Everybody but its author, as far as they may read it still. */
  async tell(threadId: string, postId: string): Promise<void> {
    const [post] = await this.posts.said([postId]);
    if (!post) return;
    const followers = await this.database.read<Follower>(
      system,
      sql`select distinct on (1) coalesce(person.merged_into_id, person.id) as person_id,
            coalesce(company.merged_into_id, company.id) as company_id
          from hotline.board_following following join hotline.person person on person.id = following.person_id
          left join hotline.company company on company.id = following.company_id
          where following.thread_id = ${threadId} order by 1, following.since`,
    );
    const to: Recipient[] = [];
    for (const { person_id: personId, company_id: companyId } of followers) {
      const access = await this.accessOf(personId, companyId);
      if (!access) continue;
      // Our team's words bear no tag but its name.
      const wrote = access.ours
        ? post.official_name === access.name
        : access.tags('author', threadId).some((tag) => post.tag?.equals(tag));
      if (!wrote && (await this.posts.threads(access, [threadId])).length > 0)
        to.push({ personId, companyId });
    }
    await this.database.transact(system, (tx) =>
      this.notifications.tell(tx, {
        kind: 'BOARD_ANSWERED',
        subject: { type: 'boardthread', id: threadId },
        causeId: postId,
        actorId: null,
        at: tx.at,
        to,
      }),
    );
  }

  /** Null for who is not there any more. */
  private async accessOf(personId: string, companyId: string | null): Promise<BoardAccess | null> {
    const actor = await this.spaces.actorOf(personId, companyId);
    return actor?.kind === 'contact' || actor?.kind === 'staff' ? this.door.enter(actor) : null;
  }

  /** What a mail says, read with the recipient's own rights. */
  private async describe({ personId, companyId }: Recipient, subjects: ToDescribe[]): Promise<Described[]> {
    const actor = await this.spaces.actorOf(personId, companyId);
    if (actor?.kind !== 'contact' && actor?.kind !== 'staff') return [];
    const threads = await this.threads(
      actor,
      subjects.map(({ subjectId }) => subjectId),
    );
    const said = await this.posts.said(subjects.flatMap(({ causeIds }) => causeIds));
    const place = await this.database.readOne<{ handle: string | null }>(
      system,
      sql`select (select handle from hotline.company where id = ${companyId}::uuid) as handle`,
    );
    const root = place?.handle ? `/c/${place.handle}/boards` : '/boards';
    return subjects.flatMap(({ subjectId, causeIds }) => {
      const thread = threads.get(subjectId);
      if (!thread) return [];
      return [
        {
          subjectId,
          heading: thread.title || thread.board_name,
          path: `${root}/${globalId('board', thread.board_id)}/${globalId('boardthread', thread.id)}`,
          said: said
            .filter(({ id }) => causeIds.includes(id))
            .map(({ id, body }) => ({ causeId: id, text: [...body].slice(0, EXCERPT).join('') })),
        },
      ];
    });
  }

  /** Also what was followed under an id that turned out to be the same person's. */
  private async leave(tx: Transaction, personId: string, threadId: string): Promise<void> {
    await tx.sql(sql`delete from hotline.board_following following using hotline.person person
      where person.id = following.person_id and following.thread_id = ${threadId}
        and coalesce(person.merged_into_id, person.id) = ${personId}`);
  }
}
