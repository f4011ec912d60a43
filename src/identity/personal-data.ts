// What the installation holds of a person, in parts: each module says which rows of its own are somebody's.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Database, type Sql, join, raw, sql } from '../platform/database/index.js';

/** Rows `key` (text, unique, in order) and `entry` (json), of one person under all their ids. */
export type PersonalPart = { name: string; rows: (ids: readonly string[]) => Sql };

type Row = { key: string; entry: object };

const AT_ONCE = 500;

/** Filled at start by every module that keeps something of people. */
@Injectable()
export class PersonalData {
  private readonly parts: PersonalPart[] = [];

  constructor(@Inject(Database) private readonly database: Database) {}

  register(...parts: PersonalPart[]): void {
    this.parts.push(...parts);
  }

  /** The caller has checked who asks. */
  async counts(ids: readonly string[]): Promise<{ part: string; count: number }[]> {
    const counted = this.parts.map(
      ({ name, rows }) =>
        sql`select ${name} as part, (select count(*)::int from (${rows(ids)}) of_one) as count`,
    );
    return this.database.read(system, join(counted, ' union all '));
  }

  /** Pieces of one JSON document, a few hundred rows at a time; the caller has checked who asks. */
  async *document(head: object, ids: readonly string[]): AsyncGenerator<string> {
    yield `{\n"about": ${JSON.stringify(head)}`;
    for (const { name, rows } of this.parts) {
      yield `,\n${JSON.stringify(name)}: [`;
      let after: string | null = null;
      let first = true;
      do {
        const page: Row[] = await this.database.read<Row>(
          system,
          sql`select key, entry from (${rows(ids)}) of_one
              where ${after}::text is null or key > ${after}::text collate "C"
              order by key collate "C" limit ${raw(String(AT_ONCE))}`,
        );
        for (const { entry } of page) {
          yield `${first ? '' : ','}\n${JSON.stringify(entry)}`;
          first = false;
        }
        after = page.length < AT_ONCE ? null : (page.at(-1)?.key ?? null);
      } while (after !== null);
      yield first ? ']' : '\n]';
    }
    yield '\n}\n';
  }
}
