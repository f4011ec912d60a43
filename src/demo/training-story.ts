// Tells who was taught what, with the clock of the story.
import type { INestApplicationContext } from '@nestjs/common';
import type { ContactActor, StaffActor } from '../platform/actor.js';
import { system } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import {
  AnnouncingService,
  type Audience,
  AwardingService,
  CoursesService,
  GivingService,
  HonourService,
  MissionsService,
  SessionsService,
  TakingPartService,
  TroubleService,
  WritingService,
} from '../training/index.js';
import { FeedbackItems, ItemsService } from '../voc/index.js';
import { demoCourses, demoSessions } from './content.js';
import type { StoryCalendar, StoryClock } from './story-time.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

type Cast = {
  staff: (key: string) => StaffActor;
  contact: (company: string, key: string) => ContactActor;
  company: (key: string) => string;
};

export async function tellTrainings(
  app: INestApplicationContext,
  clock: StoryClock,
  calendar: StoryCalendar,
  now: Date,
  cast: Cast,
): Promise<void> {
  const database = app.get(Database);
  const courses = app.get(CoursesService);
  const writing = app.get(WritingService);
  const made = new Map<string, string>();
  const texts = (title: { ko: string; en: string }, body?: { ko: string; en: string }) =>
    (['ko', 'en'] as const).map((locale) => ({ locale, title: title[locale], body: body?.[locale] ?? null }));
  for (const course of demoCourses) {
    clock.set(calendar.moment(course.daysAgo, '15:00'));
    const by = cast.staff(course.by);
    const courseId = await courses.create(by, course.stage, 'ko', course.title.ko);
    made.set(course.key, courseId);
    const row = await database.readOne<{ id: string }>(
      system,
      sql`select id from hotline.course_version where course_id = ${courseId}`,
    );
    const versionId = row?.id ?? '';
    let version = 1;
    const draft = () => ({ versionId, version: version++ });
    for (const locale of ['ko', 'en'] as const) {
      const words = {
        title: course.title[locale],
        summary: course.summary[locale],
        body: course.body[locale],
      };
      await writing.writeWords(by, draft(), { locale, ...words });
    }
    for (const { kind, title, body, url } of course.materials)
      await writing.writeMaterial(by, draft(), null, {
        kind,
        url: url ?? null,
        fileId: null,
        texts: texts(title, body),
      });
    for (const mission of course.missions) {
      await writing.writeMission(by, draft(), null, texts(mission.title));
      const last = await database.readOne<{ id: string }>(
        system,
        sql`select id from hotline.course_mission where course_version_id = ${versionId} order by position desc limit 1`,
      );
      for (const { title, body, ...step } of mission.steps)
        await writing.writeStep(by, draft(), last?.id ?? '', null, { ...step, texts: texts(title, body) });
    }
    if (course.published) await courses.publish(by, versionId, version);
  }
  await tellSessions(app, clock, calendar, now, cast, made);
  // The first contact of a company owns its space.
  await app.get(HonourService).open({ ...cast.contact('hanbit', 'minji'), memberRole: 'OWNER' }, true);
  clock.set(now);
  await announceNew(app, cast.staff('kyuri'), made.get('admin') ?? '');
}

/** To companies that take part in it; always in the week in which somebody looks. */
async function announceNew(app: INestApplicationContext, by: StaffActor, courseId: string): Promise<void> {
  const version = await app
    .get(Database)
    .readOne<{ id: string }>(
      system,
      sql`select id from hotline.course_version where course_id = ${courseId} and state = 'PUBLISHED'`,
    );
  const announcing = app.get(AnnouncingService);
  const everybody: Audience = { audience: 'PARTICIPANTS', tier: null, companyIds: [] };
  await announcing.announce(by, version?.id ?? '', everybody);
  await announcing.tell(version?.id ?? '');
}

async function tellSessions(
  app: INestApplicationContext,
  clock: StoryClock,
  calendar: StoryCalendar,
  now: Date,
  cast: Cast,
  courses: ReadonlyMap<string, string>,
): Promise<void> {
  const database = app.get(Database);
  const sessions = app.get(SessionsService);
  const takingPart = app.get(TakingPartService);
  const items = app.get(FeedbackItems);
  const giving = app.get(GivingService);
  const awarding = app.get(AwardingService);
  const missions = app.get(MissionsService);
  const trouble = app.get(TroubleService);
  const threads = app.get(ItemsService);
  for (const session of demoSessions) {
    const by = cast.staff(session.by);
    const ahead = session.daysAgo < 0;
    const startsAt = ahead
      ? calendar.later(calendar.moment(0, session.at), (-session.daysAgo * DAY) / MINUTE)
      : calendar.moment(session.daysAgo, session.at);
    const endsAt = new Date(startsAt.getTime() + session.minutes * MINUTE);
    clock.set(ahead ? now : calendar.moment(session.daysAgo + 5, '16:00'));
    const { place, link } = session;
    const companyIds = session.openTo.map(cast.company);
    const wishes = { startsAt, endsAt, place, link, trainerId: by.personId, capacity: 20, companyIds };
    const id = await sessions.plan(by, courses.get(session.course) ?? '', wishes, null);
    const people = session.people.map(({ company, person }) => ({
      personId: cast.contact(company, person).personId,
      companyId: cast.company(company),
    }));
    await sessions.invite(by, id, people);
    if (ahead) continue;
    clock.set(startsAt);
    await sessions.hold(by, id);
    const code = await database.readOne<{ code: string }>(
      system,
      sql`select code from hotline.training_desk where session_id = ${id}`,
    );
    for (const { company, person, attends } of session.people)
      if (attends) await takingPart.attend(cast.contact(company, person), id, code?.code ?? '');
    clock.set(endsAt);
    for (const { company, person, score, words } of session.people)
      if (score) await takingPart.giveFeedback(cast.contact(company, person), id, score, words ?? null);
    await sessions.end(by, id);
    await giving.give(id);
    await awarding.forSession(id);
    const given = await database.read<{ id: string }>(
      system,
      sql`select feedback.id from hotline.training_feedback feedback
          join hotline.training_participant participant on participant.id = feedback.participant_id
          where participant.session_id = ${id}`,
    );
    for (const { id: feedbackId } of given) await items.count(feedbackId);
    for (const { company, person, step, daysAgo, words, review } of session.shown ?? []) {
      const contact = cast.contact(company, person);
      clock.set(calendar.moment(daysAgo, '11:00'));
      const stepId = await stepOf(database, id, contact, step);
      await missions.submit(contact, stepId, { words, url: null, fileId: null });
      if (!review) continue;
      clock.set(calendar.moment(daysAgo, '16:00'));
      const submission = await database.readOne<{ id: string }>(
        system,
        sql`select id from hotline.mission_submission where mission_step_id = ${stepId}`,
      );
      const { verdict, comment, praise } = review;
      await missions.review(by, submission?.id ?? '', { verdict, comment, praise: praise ?? null });
    }
    for (const { company, person, step, daysAgo, title, body } of session.asked ?? []) {
      const contact = cast.contact(company, person);
      clock.set(calendar.moment(daysAgo, '13:00'));
      const stepId = await stepOf(database, id, contact, step);
      await threads.countThread(await trouble.open(contact, stepId, { title, body, attachmentIds: [] }));
    }
  }
}

/** A step of their own, counted from 0 over all missions. */
async function stepOf(
  database: Database,
  sessionId: string,
  { personId }: ContactActor,
  step: number,
): Promise<string> {
  const own = await database.readOne<{ id: string }>(
    system,
    sql`select assigned.id from hotline.mission_step assigned
        join hotline.training_project_member member on member.id = assigned.member_id
        join hotline.training_project project on project.id = assigned.project_id
        join hotline.course_mission_step step on step.id = assigned.step_id
        join hotline.course_mission mission on mission.id = step.mission_id
        where project.session_id = ${sessionId} and member.person_id = ${personId}
          and (select count(*) from hotline.course_mission_step before
            join hotline.course_mission their on their.id = before.mission_id
            where before.course_version_id = step.course_version_id
              and (their.position, before.position) < (mission.position, step.position)) = ${step}`,
  );
  return own?.id ?? '';
}
