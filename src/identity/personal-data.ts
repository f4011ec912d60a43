// What the installation holds of a person, in parts: each module says which rows of its own are somebody's.
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../platform/actor.js';
import { Database, type Sql, join, raw, sql } from '../platform/database/index.js';
import { FileStore } from '../platform/files/index.js';

/**
 * Rows `key` (text, unique, in order) and `entry` (json), of one person under all their ids. Where a row has a `file` besides, the
 * bytes under that key stand in its entry as `base64`.
 */
export type PersonalRows = { name: string; rows: (ids: readonly string[]) => Sql };

/** What stands in another database: all of it at once. */
export type PersonalEntries = { name: string; entries: (ids: readonly string[]) => Promise<object[]> };

export type PersonalPart = PersonalRows | PersonalEntries;

type Row = { key: string; entry: object; file?: string | null };

const AT_ONCE = 500;

/** Filled at start by every module that keeps something of people. */
@Injectable()
export class PersonalData {
  private readonly parts: PersonalPart[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  register(...parts: PersonalPart[]): void {
    this.parts.push(...parts);
  }

  /** The caller has checked who asks. */
  async counts(ids: readonly string[]): Promise<{ part: string; count: number }[]> {
    const counted = this.parts
      .filter((part) => 'rows' in part)
      .map(
        ({ name, rows }) =>
          sql`select ${name} as part, (select count(*)::int from (${rows(ids)}) of_one) as count`,
      );
    const elsewhere = await Promise.all(
      this.parts
        .filter((part) => 'entries' in part)
        .map(async ({ name, entries }) => ({ part: name, count: (await entries(ids)).length })),
    );
    const here = await this.database.read<{ part: string; count: number }>(
      system,
      join(counted, ' union all '),
    );
    return [...here, ...elsewhere];
  }

  /** Pieces of one JSON document, a few hundred rows at a time; the caller has checked who asks. */
  async *document(head: object, ids: readonly string[]): AsyncGenerator<string> {
    yield `{\n"about": ${JSON.stringify(head)}`;
    for (const part of this.parts) {
      yield `,\n${JSON.stringify(part.name)}: [`;
      let first = true;
      for await (const pieces of this.entriesOf(part, ids)) {
        yield first ? '\n' : ',\n';
        yield* pieces;
        first = false;
      }
      yield first ? ']' : '\n]';
    }
    yield '\n}\n';
  }

  /** Each entry as the pieces of its JSON. */
  private async *entriesOf(
    part: PersonalPart,
    ids: readonly string[],
  ): AsyncGenerator<Iterable<string> | AsyncIterable<string>> {
    if ('entries' in part) {
      for (const entry of await part.entries(ids)) yield [JSON.stringify(entry)];
      return;
    }
    let after: string | null = null;
    do {
      const page: Row[] = await this.database.read<Row>(
        system,
        sql`select of_one.* from (${part.rows(ids)}) of_one
            where ${after}::text is null or key > ${after}::text collate "C"
            order by key collate "C" limit ${raw(String(AT_ONCE))}`,
      );
      for (const { entry, file } of page) yield file ? this.withBytes(entry, file) : [JSON.stringify(entry)];
      after = page.length < AT_ONCE ? null : (page.at(-1)?.key ?? null);
    } while (after !== null);
  }

  /** A piece at a time: a file may be larger than anybody wants to hold. Null for what is gone. */
  private async *withBytes(entry: object, file: string): AsyncGenerator<string> {
    const stream = await this.files.get(file);
    if (!stream) return yield JSON.stringify({ ...entry, base64: null });
    yield `${JSON.stringify(entry).slice(0, -1)},"base64":"`;
    let left = Buffer.alloc(0);
    for await (const chunk of stream) {
      const bytes = Buffer.concat([left, chunk as Buffer]);
      // Three bytes are four letters.
      const whole = bytes.length - (bytes.length % 3);
      yield bytes.toString('base64', 0, whole);
      left = bytes.subarray(whole);
    }
    yield `${left.toString('base64')}"}`;
  }
}
