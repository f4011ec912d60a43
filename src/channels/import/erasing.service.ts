// What imports do when a person is erased: what they wrote down of rows no longer names them, and a file in which they
// stand goes whole – what it brought stays, and can still be taken back.
import { Inject, Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type Transaction, sql } from '../../platform/database/index.js';
import { conflict } from '../../platform/errors.js';
import { FileStore } from '../../platform/files/index.js';
import { REMOVED, type Reached, type Traces, names, without } from '../../identity/index.js';
import { tellOf } from './record.js';

type Erasing = { personIds: string[]; traces: Traces; reached: Reached };

@Injectable()
export class ImportsErasing {
  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  async erase(tx: Transaction, { personIds, traces, reached }: Erasing): Promise<void> {
    const people = await tx.sql<{ email: string }>(
      sql`select email from hotline.person where id = any(${personIds}::uuid[])`,
    );
    const named = await this.forgetFiles(
      tx,
      people.map(({ email }) => email),
    );
    // The first rows of the file, shown as examples of what is in a column.
    await tx.sql(sql`update hotline.imports set columns = (
        select json_agg(json_build_object('name', each -> 'name', 'samples', '[]'::json) order by place)
        from json_array_elements(columns) with ordinality as one(each, place))
      where id = any(${named}::uuid[]) or ${names(sql`columns::text`, traces.addresses)}`);
    // Whatever else stood wrong in the same line is theirs too.
    await tx.sql(sql`update hotline.import_problem problem set value = ${REMOVED}
      where problem.value <> '' and exists (select 1 from hotline.import_problem beside
        where beside.import_id = problem.import_id and beside.line = problem.line
          and ${names(sql`beside.value`, traces.addresses)})`);
    await tx.sql(sql`update hotline.import_kept set name = ${REMOVED}
      where id = any(${personIds}::uuid[]) or id = any(${reached.threadIds}::uuid[]) and ${names(sql`name`, traces.names)}
        or id in (select id from hotline.thread where opened_by = any(${personIds}::uuid[]))`);
    await tx.sql(sql`update hotline.imports set name = ${without(sql`name`, traces.addresses)}
      where ${names(sql`name`, traces.addresses)}`);
    await tx.sql(sql`update hotline.imports set mapping = ${without(sql`mapping::text`, traces.addresses)}::json
      where ${names(sql`mapping::text`, traces.addresses)}`);
    // A number of another system that is an address: the same row would come in again, as a new one.
    await tx.sql(sql`update hotline.import_row set external_id = 'removed:' || thread_id
      where thread_id = any(${reached.threadIds}::uuid[]) and ${names(sql`external_id`, traces.names)}`);
  }

  /** CONFLICT while such a file is being read: the step ends first. */
  private async forgetFiles(tx: Transaction, emails: string[]): Promise<string[]> {
    const imports = await tx.sql<{ id: string; state: string }>(
      sql`select id, state from hotline.imports order by id for update`,
    );
    const named: string[] = [];
    for (const { id, state } of imports) {
      const stream = await this.files.get(id);
      if (!stream || !(await mentions(stream, emails))) continue;
      if (['CHECKING', 'RUNNING', 'UNDOING'].includes(state))
        throw conflict(
          'IMPORT_RUNNING',
          'An import in which they stand is running; try again when it is done.',
        );
      named.push(id);
    }
    if (named.length === 0) return [];
    await tx.sql(sql`update hotline.imports set state = 'FAILED', failure = 'FILE_GONE', finished_at = ${tx.at},
        moved_at = ${tx.at}
      where id = any(${named}::uuid[]) and state in ('UPLOADED', 'CHECKED', 'STOPPED')`);
    tx.enqueue('eraseFiles', { ids: named });
    tellOf(tx);
    return named;
  }
}

/** Whether one of the addresses stands in the text; they are lower case, a file need not be. */
async function mentions(stream: Readable, emails: readonly string[]): Promise<boolean> {
  const longest = Math.max(...emails.map((email) => email.length));
  let before = '';
  stream.setEncoding('utf8');
  for await (const piece of stream as AsyncIterable<string>) {
    const text = (before + piece).toLowerCase();
    if (emails.some((email) => text.includes(email))) return true;
    before = text.slice(-longest);
  }
  return false;
}
