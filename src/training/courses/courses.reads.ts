// Every SELECT about courses.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '../../platform/actor.js';
import { Database, type Sql, containing, join, rows, sql } from '../../platform/database/index.js';
import type { CourseStage } from './course.entity.js';
import type { CourseVersionState, MaterialKind, ShownBy, TeamMode } from './course-version.entity.js';
import { visibleMaterials, visibleParts, visibleVersions } from './courses.policy.js';

export type Locale = 'ko' | 'en';

export type CourseRow = {
  id: string;
  stage: CourseStage;
  created_at: Date;
  archived_at: Date | null;
  version: number;
};

export type VersionRow = {
  id: string;
  course_id: string;
  number: number;
  state: CourseVersionState;
  published_at: Date | null;
  version: number;
};

export type TextRow = {
  subject_id: string;
  locale: Locale;
  title: string;
  summary: string | null;
  body: string | null;
};

export type FileRow = {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  sha256: string;
};

export type MaterialRow = {
  id: string;
  course_version_id: string;
  kind: MaterialKind;
  url: string | null;
  file: FileRow | null;
};

export type MissionRow = { id: string; course_version_id: string };

export type StepRow = {
  id: string;
  mission_id: string;
  shown_by: ShownBy;
  due_days: number;
  team_mode: TeamMode;
};

export type CourseFilter = { stage: CourseStage | null; archived: boolean; search: string | null };

/** Courses are few: a company teaches some dozens. */
const MOST_COURSES = 200;

const COURSE = sql`course.id, course.stage, course.created_at, course.archived_at, course.version`;
const VERSION = sql`version.id, version.course_id, version.number, version.state, version.published_at, version.version`;
const FILE = sql`file.id, file.name, file.media_type, file.bytes, file.width, file.height, file.sha256`;

const known = (actor: Actor): Sql =>
  sql`exists (select 1 from hotline.course_version version where version.course_id = course.id and ${visibleVersions(actor)})`;

@Injectable()
export class CoursesReads {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** By stage, then by what was made last. */
  list(actor: Actor, { stage, archived, search }: CourseFilter): Promise<CourseRow[]> {
    const where = [
      known(actor),
      sql`(course.archived_at is not null) = ${archived}`,
      ...(stage ? [sql`course.stage = ${stage}`] : []),
      ...(search
        ? [
            sql`exists (select 1 from hotline.course_version version
              join hotline.course_text said on said.course_version_id = version.id and said.subject = 'COURSE'
              where version.course_id = course.id and ${visibleVersions(actor)}
                and (said.title ilike ${containing(search)} or said.summary ilike ${containing(search)}))`,
          ]
        : []),
    ];
    return this.database.read(
      actor,
      sql`select ${COURSE} from hotline.course course where ${join(where, ' and ')}
          order by array_position(array['BASIC', 'ADVANCED', 'CULTURE', 'ADMINISTRATOR'], course.stage),
            course.created_at desc, course.id desc limit ${rows(MOST_COURSES)}`,
    );
  }

  byIds(actor: Actor, ids: readonly string[]): Promise<CourseRow[]> {
    return this.database.read(
      actor,
      sql`select ${COURSE} from hotline.course course where course.id = any(${[...ids]}::uuid[]) and ${known(actor)}`,
    );
  }

  versionsByIds(actor: Actor, ids: readonly string[]): Promise<VersionRow[]> {
    return this.database.read(
      actor,
      sql`select ${VERSION} from hotline.course_version version
          where version.id = any(${[...ids]}::uuid[]) and ${visibleVersions(actor)}`,
    );
  }

  /** Newest first. */
  versionsOf(actor: Actor, courseIds: readonly string[]): Promise<VersionRow[]> {
    return this.database.read(
      actor,
      sql`select ${VERSION} from hotline.course_version version
          where version.course_id = any(${[...courseIds]}::uuid[]) and ${visibleVersions(actor)}
          order by version.course_id, version.number desc`,
    );
  }

  /** The words of versions, materials, missions and steps alike, by their own ids. */
  texts(actor: Actor, subjectIds: readonly string[]): Promise<TextRow[]> {
    return this.database.read(
      actor,
      sql`select said.subject_id, said.locale, said.title, said.summary, said.body
          from hotline.course_text said join hotline.course_version version on version.id = said.course_version_id
          where said.subject_id = any(${[...subjectIds]}::uuid[]) and ${visibleVersions(actor)}
            and (said.subject = 'COURSE' or ${visibleParts(actor, sql`said.course_version_id`)}
              or said.subject = 'MATERIAL' and ${visibleMaterials(actor, sql`said.course_version_id`)})
          order by said.subject_id, said.locale = 'en'`,
    );
  }

  materials(actor: Actor, versionIds: readonly string[]): Promise<MaterialRow[]> {
    return this.database.read(
      actor,
      sql`select material.id, material.course_version_id, material.kind, material.url,
            case when file.id is not null then json_build_object('id', file.id, 'name', file.name,
              'media_type', file.media_type, 'bytes', file.bytes, 'width', file.width, 'height', file.height,
              'sha256', file.sha256) end as file
          from hotline.course_material material left join hotline.course_file file on file.id = material.file_id
          where material.course_version_id = any(${[...versionIds]}::uuid[])
            and ${visibleMaterials(actor, sql`material.course_version_id`)}
          order by material.course_version_id, material.position, material.id`,
    );
  }

  missions(actor: Actor, versionIds: readonly string[]): Promise<MissionRow[]> {
    return this.database.read(
      actor,
      sql`select mission.id, mission.course_version_id from hotline.course_mission mission
          where mission.course_version_id = any(${[...versionIds]}::uuid[])
            and ${visibleParts(actor, sql`mission.course_version_id`)}
          order by mission.course_version_id, mission.position, mission.id`,
    );
  }

  steps(actor: Actor, missionIds: readonly string[]): Promise<StepRow[]> {
    return this.database.read(
      actor,
      sql`select step.id, step.mission_id, step.shown_by, step.due_days, step.team_mode
          from hotline.course_mission_step step
          where step.mission_id = any(${[...missionIds]}::uuid[]) and ${visibleParts(actor, sql`step.course_version_id`)}
          order by step.mission_id, step.position, step.id`,
    );
  }

  /** Read anew for every download: who is taken out of a session loses its files at once. */
  file(actor: Actor, id: string): Promise<FileRow | null> {
    return this.database.readOne(
      actor,
      sql`select ${FILE} from hotline.course_file file
          where file.id = ${id} and ${
            isStaff(actor)
              ? sql`true`
              : sql`exists (select 1 from hotline.course_material material
                  where material.file_id = file.id and ${visibleMaterials(actor, sql`material.course_version_id`)})`
          }`,
    );
  }
}
