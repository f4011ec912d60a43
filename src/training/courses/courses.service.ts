// Commands on courses: make one, copy it, begin a draft, publish it, archive it.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, must } from '../../platform/errors.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { copyContent } from './copying.js';
import { mustBeWhole } from './completeness.js';
import { CourseVersion } from './course-version.entity.js';
import { Course, type CourseStage } from './course.entity.js';
import { canWriteCourses } from './courses.policy.js';
import type { Locale } from './courses.reads.js';

const COPY: Record<Locale, string> = { ko: ' (사본)', en: ' (copy)' };

export const trainingHint = { kind: 'TRAINING' } as const;

@Injectable()
export class CoursesService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A course with a first draft that has nothing but a title. */
  async create(actor: Actor, stage: CourseStage, locale: Locale, title: string): Promise<string> {
    must(canWriteCourses(actor));
    return this.database.transact(actor, async (tx) => {
      const course = await this.insert(tx, stage, null);
      const draft = await this.draft(tx, course.id, 1);
      await tx.sql(sql`insert into hotline.course_text (course_version_id, subject, subject_id, locale, title)
        values (${draft.id}, 'COURSE', ${draft.id}, ${locale}, ${title})`);
      tx.hint([STAFF_TOPIC], trainingHint);
      return course.id;
    });
  }

  /** Another course with the same content as a first draft: that of the draft, where there is one. */
  async copy(actor: Actor, courseId: string): Promise<string> {
    must(canWriteCourses(actor));
    return this.database.transact(actor, async (tx) => {
      const original = await this.lock(tx, courseId);
      const newest = found(await this.newest(tx, courseId));
      const course = await this.insert(tx, original.stage, original.id);
      const draft = await this.draft(tx, course.id, 1);
      await copyContent(tx, newest.id, draft.id, COPY);
      tx.hint([STAFF_TOPIC], trainingHint);
      return course.id;
    });
  }

  /** What comes after the published version begins with its content. */
  async startDraft(actor: Actor, courseId: string): Promise<string> {
    must(canWriteCourses(actor));
    return this.database.transact(actor, async (tx) => {
      (await this.lock(tx, courseId)).mustBeTaught();
      const newest = found(await this.newest(tx, courseId));
      if (newest.state === 'DRAFT') throw conflict('DRAFT', 'There is a draft already; go on with it.');
      const draft = await this.draft(tx, courseId, newest.number + 1);
      await copyContent(tx, newest.id, draft.id);
      tx.hint([STAFF_TOPIC], trainingHint);
      return courseId;
    });
  }

  async changeStage(actor: Actor, courseId: string, version: number, stage: CourseStage): Promise<string> {
    return this.change(actor, courseId, version, (course) => {
      course.mustBeTaught();
      course.stage = stage;
    });
  }

  async archive(actor: Actor, courseId: string, version: number, archived: boolean): Promise<string> {
    return this.change(actor, courseId, version, (course, tx) => {
      course.archivedAt = archived ? tx.at : null;
    });
  }

  /** Sessions are planned of what is published. Refused as long as something is not said in a language that the course has. */
  async publish(actor: Actor, versionId: string, version: number): Promise<string> {
    must(canWriteCourses(actor));
    return this.database.transact(actor, async (tx) => {
      const [seen] = await tx.load(
        CourseVersion,
        sql`select * from hotline.course_version where id = ${versionId}`,
      );
      const { courseId } = found(seen);
      (await this.lock(tx, courseId)).mustBeTaught();
      const [draft] = await tx.load(
        CourseVersion,
        sql`select * from hotline.course_version where id = ${versionId} for update`,
      );
      const publishing = found(draft);
      publishing.write(version);
      await mustBeWhole(tx, versionId);
      publishing.publish(tx.person, tx.at);
      await tx.save(publishing);
      tx.hint([STAFF_TOPIC], trainingHint);
      return courseId;
    });
  }

  private async change(
    actor: Actor,
    courseId: string,
    version: number,
    work: (course: Course, tx: Transaction) => void,
  ): Promise<string> {
    must(canWriteCourses(actor));
    return this.database.transact(actor, async (tx) => {
      const course = await this.lock(tx, courseId);
      course.mustBe(version);
      work(course, tx);
      course.version += 1;
      await tx.save(course);
      tx.hint([STAFF_TOPIC], trainingHint);
      return courseId;
    });
  }

  private async lock(tx: Transaction, courseId: string): Promise<Course> {
    const [course] = await tx.load(
      Course,
      sql`select * from hotline.course where id = ${courseId} for update`,
    );
    return found(course);
  }

  private async newest(tx: Transaction, courseId: string): Promise<CourseVersion | undefined> {
    const [version] = await tx.load(
      CourseVersion,
      sql`select * from hotline.course_version where course_id = ${courseId} order by number desc limit 1`,
    );
    return version;
  }

  private insert(tx: Transaction, stage: CourseStage, copiedFromId: string | null): Promise<Course> {
    const course = { id: newId(), stage, copiedFromId, createdBy: tx.person, createdAt: tx.at };
    return tx.save(Object.assign(new Course(), { ...course, archivedAt: null, version: 1 }));
  }

  private draft(tx: Transaction, courseId: string, number: number): Promise<CourseVersion> {
    const draft = { id: newId(), courseId, number, state: 'DRAFT' as const, version: 1 };
    const made = { createdBy: tx.person, createdAt: tx.at, publishedBy: null, publishedAt: null };
    return tx.save(Object.assign(new CourseVersion(), { ...draft, ...made }));
  }
}
