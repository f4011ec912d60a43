// Files that show a step: taken in beside GraphQL, their sender's alone until they are submitted.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system, systemFor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, newId, rows, sql } from '../../platform/database/index.js';
import { found, must } from '../../platform/errors.js';
import { FileStore, type Inspected } from '../../platform/files/index.js';
import type { FileRow } from './missions.reads.js';

export const ERASE_FILES = 'eraseMissionFiles';

/** What was uploaded and never submitted is removed after this time. */
const UNUSED_HOURS = 24;

const AT_ONCE = 200;

@Injectable()
export class MissionFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Asked before the first byte is read: who has something to show. */
  async mustTake(actor: Actor): Promise<void> {
    must(actor.kind === 'contact');
    const row = await this.database.readOne(
      actor,
      sql`select 1 from hotline.training_project_member me
          join hotline.training_project project on project.id = me.project_id
          where me.person_id = ${actor.personId} and me.left_at is null and project.company_id = ${actor.companyId} limit 1`,
    );
    must(row !== null);
  }

  async keep(actor: Actor, file: Inspected): Promise<FileRow> {
    must(actor.kind === 'contact');
    const row = await this.database.transact(systemFor(actor), async (tx) =>
      found(
        await tx.one<FileRow>(sql`
          insert into hotline.mission_file
            (id, uploaded_by, company_id, name, media_type, bytes, width, height, sha256, created_at)
          values (${newId()}, ${tx.person}, ${actor.companyId}, ${file.name}, ${file.mediaType}, ${file.bytes.length},
            ${file.width}, ${file.height}, ${file.sha256}, ${tx.at})
          returning id, name, media_type, bytes, sha256`),
      ),
    );
    // The row comes first: whatever a crash leaves on disk has a row, and goes with it.
    await this.files.put(row.id, file.bytes);
    return row;
  }

  /** Lets go of uploads that were never submitted; the calendar calls it. */
  async forgetUnused(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UNUSED_HOURS * 3_600_000);
    await this.database.transact(system, async (tx) => {
      const gone = await tx.sql<{ id: string }>(sql`
        delete from hotline.mission_file where id in (
          select file.id from hotline.mission_file file where file.created_at <= ${before}
            and not exists (select 1 from hotline.mission_submission submission where submission.file_id = file.id)
          order by file.created_at limit ${rows(AT_ONCE)} for update skip locked)
        returning id`);
      if (gone.length > 0) tx.enqueue(ERASE_FILES, { ids: gone.map(({ id }) => id) });
    });
  }

  /** What the job does: nobody asks for these any more. */
  async erase(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.files.remove(id);
  }
}
