// What a mail says of threads: read as the recipient, under the recipient's own database role.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, answers } from '../platform/actor.js';
import { Database, empty, sql } from '../platform/database/index.js';
import { type Described, Describers, type Recipient, type ToDescribe } from '../notifications/index.js';
import { globalId } from '../platform/graphql/index.js';
import { SpacesReads } from '../spaces/index.js';
import { visibleNotes, visibleThreads } from './threads.policy.js';

type Row = {
  id: string;
  number: number;
  heading: string;
  handle: string;
  said: { id: string; body: string }[];
};

@Injectable()
export class ThreadNews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(Describers) describers: Describers,
  ) {
    describers.register('thread', (recipient, subjects) => this.describe(recipient, subjects));
  }

  private async describe({ personId, companyId }: Recipient, subjects: ToDescribe[]): Promise<Described[]> {
    const actor = await this.spaces.actorOf(personId, companyId);
    if (!actor) return [];
    const causes = subjects.flatMap(({ causeIds }) => causeIds);
    const rows = await this.database.read<Row>(
      actor,
      sql`select thread.id, thread.number, coalesce(thread.title, thread.first_line) as heading, company.handle,
            coalesce((select json_agg(json_build_object('id', entry.id, 'body', entry.body))
              from (${this.said(actor, causes)}) entry where entry.thread_id = thread.id), '[]') as said
          from hotline.thread thread join hotline.space space on space.id = thread.space_id
          join hotline.company company on company.id = space.company_id
          where thread.id = any(${subjects.map(({ subjectId }) => subjectId)}::uuid[]) and ${visibleThreads(actor)}`,
    );
    return rows.map(({ id, number, heading, handle, said }) => ({
      subjectId: id,
      heading: `#${number} ${heading}`,
      path:
        actor.kind === 'contact'
          ? `/c/${handle}/t/${globalId('thread', id)}`
          : `/inbox/${globalId('thread', id)}`,
      said: said.map((entry) => ({ causeId: entry.id, text: entry.body })),
    }));
  }

  private said(actor: Actor, ids: string[]) {
    return sql`select message.id, message.thread_id, message.body from hotline.message message
        where message.id = any(${ids}::uuid[]) and message.deleted_at is null
      ${
        answers(actor)
          ? sql`union all select note.id, note.thread_id, note.body from hotline.note note
              where note.id = any(${ids}::uuid[]) and note.deleted_at is null and ${visibleNotes(actor)}`
          : empty
      }`;
  }
}
