// Commands on a draft: its words, its materials, its missions and their steps. Each names the version it was written on.
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, type Sql, type Transaction, newId, sql } from '../../platform/database/index.js';
import { found, invalid, must } from '../../platform/errors.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { CourseVersion, type MaterialKind, type ShownBy, type TeamMode } from './course-version.entity.js';
import { canWriteCourses } from './courses.policy.js';
import type { Locale } from './courses.reads.js';
import { trainingHint } from './courses.service.js';

export type Draft = { versionId: string; version: number };

export type PartText = { locale: Locale; title: string; body: string | null };
export type CourseWords = PartText & { summary: string | null };

export type MaterialWishes = {
  kind: MaterialKind;
  url: string | null;
  fileId: string | null;
  texts: PartText[];
};

export type StepWishes = { shownBy: ShownBy; dueDays: number; teamMode: TeamMode; texts: PartText[] };

type Subject = 'COURSE' | 'MATERIAL' | 'MISSION' | 'STEP';

/** Of each kind in one version, or steps in one mission: what somebody can look through. */
const MOST_PARTS = 50;

@Injectable()
export class WritingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the course says of itself in one language. */
  writeWords(actor: Actor, draft: Draft, words: CourseWords): Promise<string> {
    return this.edit(actor, draft, (tx) => this.say(tx, draft.versionId, 'COURSE', draft.versionId, [words]));
  }

  /** Takes a language away, the last one excepted. */
  removeLanguage(actor: Actor, draft: Draft, locale: Locale): Promise<string> {
    return this.edit(actor, draft, async (tx) => {
      const other = await tx.one(sql`select 1 from hotline.course_text
        where subject_id = ${draft.versionId} and locale <> ${locale}`);
      if (!other)
        throw invalid('LAST_LANGUAGE', 'A course says what it is in one language at least.', 'locale');
      await tx.sql(sql`delete from hotline.course_text
        where course_version_id = ${draft.versionId} and locale = ${locale}`);
    });
  }

  /** A new material at the end, or another content of one that is there. */
  writeMaterial(
    actor: Actor,
    draft: Draft,
    materialId: string | null,
    wishes: MaterialWishes,
  ): Promise<string> {
    return this.edit(actor, draft, async (tx) => {
      const { kind, texts } = wishes;
      const fileId = kind === 'FILE' ? wishes.fileId : null;
      const url = kind === 'LINK' || kind === 'VIDEO' ? wishes.url : null;
      if (kind === 'FILE' && !fileId) throw invalid('FILE', 'Upload the file first.', 'fileId');
      if ((kind === 'LINK' || kind === 'VIDEO') && !url) throw invalid('URL', 'Say where it leads.', 'url');
      if (kind === 'MARKDOWN' && !texts.every(({ body }) => body))
        throw invalid('NO_WORDS', 'This material is its words; write some.', 'texts');
      if (fileId) found(await tx.one(sql`select 1 from hotline.course_file where id = ${fileId}`));
      const id = materialId ?? newId();
      const inVersion = sql`hotline.course_material where course_version_id = ${draft.versionId}`;
      if (materialId)
        found(
          await tx.one(sql`update hotline.course_material set kind = ${kind}, file_id = ${fileId}, url = ${url}
            where id = ${id} and course_version_id = ${draft.versionId} returning id`),
        );
      else
        await tx.sql(sql`insert into hotline.course_material (id, course_version_id, position, kind, file_id, url)
          values (${id}, ${draft.versionId}, ${await this.next(tx, inVersion)}, ${kind}, ${fileId}, ${url})`);
      if (fileId) await this.mustHaveRoom(tx, draft.versionId);
      await this.say(tx, draft.versionId, 'MATERIAL', id, texts);
    });
  }

  writeMission(actor: Actor, draft: Draft, missionId: string | null, texts: PartText[]): Promise<string> {
    return this.edit(actor, draft, async (tx) => {
      const id = missionId ?? newId();
      const inVersion = sql`hotline.course_mission where course_version_id = ${draft.versionId}`;
      if (missionId) found(await tx.one(sql`select 1 from ${inVersion} and id = ${id}`));
      else
        await tx.sql(sql`insert into hotline.course_mission (id, course_version_id, position)
          values (${id}, ${draft.versionId}, ${await this.next(tx, inVersion)})`);
      await this.say(tx, draft.versionId, 'MISSION', id, texts);
    });
  }

  writeStep(
    actor: Actor,
    draft: Draft,
    missionId: string,
    stepId: string | null,
    { shownBy, dueDays, teamMode, texts }: StepWishes,
  ): Promise<string> {
    return this.edit(actor, draft, async (tx) => {
      const { versionId } = draft;
      found(
        await tx.one(sql`select 1 from hotline.course_mission
          where id = ${missionId} and course_version_id = ${versionId}`),
      );
      const id = stepId ?? newId();
      const inMission = sql`hotline.course_mission_step where mission_id = ${missionId}`;
      if (stepId)
        found(
          await tx.one(sql`update hotline.course_mission_step
            set shown_by = ${shownBy}, due_days = ${dueDays}, team_mode = ${teamMode}
            where id = ${id} and mission_id = ${missionId} returning id`),
        );
      else
        await tx.sql(sql`insert into hotline.course_mission_step
            (id, course_version_id, mission_id, position, shown_by, due_days, team_mode)
          values (${id}, ${versionId}, ${missionId}, ${await this.next(tx, inMission)}, ${shownBy}, ${dueDays}, ${teamMode})`);
      await this.say(tx, versionId, 'STEP', id, texts);
    });
  }

  /** All materials of the draft, all its missions, or all steps of one mission, in their new order. */
  arrange(actor: Actor, draft: Draft, partIds: string[]): Promise<string> {
    return this.edit(actor, draft, async (tx) => {
      for (const { table, beside } of PARTS) {
        const there = await tx.sql<{ id: string }>(sql`select part.id from ${table} part
          where part.course_version_id = ${draft.versionId} and ${beside(partIds[0] ?? null)}`);
        if (!there.some(({ id }) => id === partIds[0])) continue;
        if (there.length !== partIds.length || !there.every(({ id }) => partIds.includes(id)))
          throw invalid('ORDER', 'Name every part of this list once.', 'partIds');
        await tx.sql(sql`update ${table} part set position = ordered.position
          from unnest(${partIds}::uuid[]) with ordinality as ordered(id, position) where part.id = ordered.id`);
        return;
      }
      found(null);
    });
  }

  /** A material, a mission with its steps, or a step. */
  remove(actor: Actor, draft: Draft, partId: string): Promise<string> {
    return this.edit(actor, draft, async (tx) => {
      await tx.sql(sql`delete from hotline.course_text said where said.course_version_id = ${draft.versionId}
        and (said.subject_id in (select id from hotline.course_mission_step where mission_id = ${partId})
          or said.subject_id = ${partId} and said.subject <> 'COURSE')`);
      // Steps first: what falls with its mission falls with the mission's own rights.
      await tx.sql(sql`delete from hotline.course_mission_step
        where mission_id = ${partId} and course_version_id = ${draft.versionId}`);
      const gone = [];
      for (const { table } of PARTS)
        gone.push(
          ...(await tx.sql(sql`delete from ${table} part
            where part.id = ${partId} and part.course_version_id = ${draft.versionId} returning part.id`)),
        );
      found(gone[0]);
    });
  }

  /** With the file that has just been put in: each counts once, however many versions of the course have it. */
  private async mustHaveRoom(tx: Transaction, versionId: string): Promise<void> {
    const used = await tx.one<{ bytes: number }>(sql`
      select coalesce(sum(file.bytes), 0)::float8 as bytes from hotline.course_file file where file.id in (
        select material.file_id from hotline.course_version version
        join hotline.course_version own on own.course_id = version.course_id and own.id = ${versionId}
        join hotline.course_material material on material.course_version_id = version.id)`);
    if ((used?.bytes ?? 0) > this.config.courseQuotaMb * 1_048_576)
      throw invalid('COURSE_QUOTA', 'The room for files of this course is used up.', 'fileId');
  }

  private edit(
    actor: Actor,
    { versionId, version }: Draft,
    work: (tx: Transaction) => Promise<void>,
  ): Promise<string> {
    must(canWriteCourses(actor));
    return this.database.transact(actor, async (tx) => {
      const [loaded] = await tx.load(
        CourseVersion,
        sql`select * from hotline.course_version where id = ${versionId} for update`,
      );
      const draft = found(loaded);
      draft.write(version);
      await work(tx);
      await tx.save(draft);
      tx.hint([STAFF_TOPIC], trainingHint);
      return versionId;
    });
  }

  /** Only the languages that are named: the others stay as they are. */
  private async say(
    tx: Transaction,
    versionId: string,
    subject: Subject,
    subjectId: string,
    texts: (PartText & { summary?: string | null })[],
  ): Promise<void> {
    const rows = JSON.stringify(texts);
    await tx.sql(sql`
      insert into hotline.course_text (course_version_id, subject, subject_id, locale, title, summary, body)
      select ${versionId}::uuid, ${subject}, ${subjectId}::uuid, locale, title, summary, body
      from json_to_recordset(${rows}::json) as text(locale text, title text, summary text, body text)
      on conflict (subject_id, locale) do update
        set title = excluded.title, summary = excluded.summary, body = excluded.body`);
  }

  private async next(tx: Transaction, among: Sql): Promise<number> {
    const row = found(
      await tx.one<{ n: number; last: number }>(
        sql`select count(*)::int as n, coalesce(max(position), 0)::int as last from ${among}`,
      ),
    );
    if (row.n >= MOST_PARTS) throw invalid('TOO_MANY', `At most ${MOST_PARTS} of a kind fit in a course.`);
    return row.last + 1;
  }
}

/** `beside`: what stands in one list with the part. */
const PARTS: { table: Sql; beside: (id: string | null) => Sql }[] = [
  { table: sql`hotline.course_material`, beside: () => sql`true` },
  { table: sql`hotline.course_mission`, beside: () => sql`true` },
  {
    table: sql`hotline.course_mission_step`,
    beside: (id) => sql`part.mission_id =
      (select one.mission_id from hotline.course_mission_step one where one.id = ${id}::uuid)`,
  },
];
