// Files of materials: taken in beside GraphQL, kept while any version names them.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, newId, rows, sql } from '../../platform/database/index.js';
import { found, must } from '../../platform/errors.js';
import { FileStore, type Inspected } from '../../platform/files/index.js';
import { canWriteCourses } from './courses.policy.js';
import type { FileRow } from './courses.reads.js';

/** What was uploaded and stands in no material is removed after this time. */
const UNUSED_HOURS = 24;

const AT_ONCE = 200;

@Injectable()
export class CourseFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Asked before the first byte is read. */
  mustTake(actor: Actor): void {
    must(canWriteCourses(actor));
  }

  async keep(actor: Actor, file: Inspected): Promise<FileRow> {
    this.mustTake(actor);
    const row = await this.database.transact(actor, async (tx) =>
      found(
        await tx.one<FileRow>(sql`
          insert into hotline.course_file (id, uploaded_by, name, media_type, bytes, width, height, sha256, created_at)
          values (${newId()}, ${tx.person}, ${file.name}, ${file.mediaType}, ${file.bytes.length}, ${file.width},
            ${file.height}, ${file.sha256}, ${tx.at})
          returning id, name, media_type, bytes, width, height, sha256`),
      ),
    );
    // The row comes first: whatever a crash leaves on disk has a row, and goes with it.
    await this.files.put(row.id, file.bytes);
    return row;
  }

  /** Lets go of files that no material names any more; the calendar calls it. */
  async forgetUnused(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UNUSED_HOURS * 3_600_000);
    await this.database.transact(system, async (tx) => {
      const gone = await tx.sql<{ id: string }>(sql`
        delete from hotline.course_file where id in (
          select file.id from hotline.course_file file where file.created_at <= ${before}
            and not exists (select 1 from hotline.course_material material where material.file_id = file.id)
          order by file.created_at limit ${rows(AT_ONCE)} for update skip locked)
        returning id`);
      if (gone.length > 0) tx.enqueue('eraseCourseFiles', { ids: gone.map(({ id }) => id) });
    });
  }

  /** What the job does: their rows are gone, so nobody asks for these any more. */
  async erase(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.files.remove(id);
  }
}
