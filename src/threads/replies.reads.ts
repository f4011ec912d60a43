// Every SELECT about saved replies.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';

export type ReplyRow = {
  id: string;
  name: string;
  body: string;
  locale: 'ko' | 'en';
  created_by: string | null;
  version: number;
};

@Injectable()
export class RepliesReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** By name. */
  all(actor: Actor): Promise<ReplyRow[]> {
    return this.database.read(
      actor,
      sql`select id, name, body, locale, created_by, version from hotline.saved_reply order by name, id limit 500`,
    );
  }
}
