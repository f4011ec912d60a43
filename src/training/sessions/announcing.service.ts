// New content is announced to companies, to each once: a row for each in one statement, its contacts told by a job.
import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { type Actor, system } from '../../platform/actor.js';
import { Database, rows, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { globalId } from '../../platform/graphql/index.js';
import {
  type Described,
  Describers,
  NotificationsService,
  type Recipient,
  type ToDescribe,
} from '../../notifications/index.js';
import { STAFF_TOPIC, SpacesReads, spaceTopic } from '../../spaces/index.js';
import { canWriteCourses, trainingHint } from '../courses/index.js';
import { AnnouncingReads, type Audience, reached } from './announcing.reads.js';

export const TELL_OF_CONTENT = 'tellOfNewContent';

/** Companies of one transaction; what is left comes in the next one. */
const AT_ONCE = 25;

@Injectable()
export class AnnouncingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(AnnouncingReads) private readonly reads: AnnouncingReads,
    @Inject(Describers) describers: Describers,
  ) {
    describers.register('courseversion', (recipient, subjects) => this.describe(recipient, subjects));
  }

  /** Returns to how many companies. Who was told of this version before is left out, also by two who announce at once. */
  async announce(actor: Actor, versionId: string, audience: Audience): Promise<number> {
    must(canWriteCourses(actor));
    if (audience.audience === 'TIER' && !audience.tier) throw invalid('TIER', 'Say which tier.', 'tier');
    if (audience.audience === 'COMPANIES' && audience.companyIds.length === 0)
      throw invalid('COMPANIES', 'Choose at least one company.', 'companyIds');
    return this.database.transact(actor, async (tx) => {
      const version = found(
        await tx.one<{ state: string; archived: boolean; newest: boolean }>(sql`
          select version.state, course.archived_at is not null as archived, not exists (
              select 1 from hotline.course_version later where later.course_id = version.course_id
                and later.state = 'PUBLISHED' and later.number > version.number) as newest
          from hotline.course_version version join hotline.course course on course.id = version.course_id
          where version.id = ${versionId}`),
      );
      if (version.state !== 'PUBLISHED') throw conflict('NOT_PUBLISHED', 'Publish it first.');
      if (version.archived) throw conflict('ARCHIVED', 'This course is archived.');
      if (!version.newest) throw conflict('NEWER_VERSION', 'There is a newer version; announce that one.');
      const announced = await tx.sql(sql`
        insert into hotline.course_announcement (course_version_id, company_id, announced_by, announced_at)
        select ${versionId}::uuid, company.id, ${tx.person}::uuid, ${tx.at}::timestamptz
        from hotline.company company where ${reached(versionId, audience)} order by company.id
        on conflict do nothing returning company_id`);
      if (announced.length > 0) {
        tx.enqueue(TELL_OF_CONTENT, { courseVersionId: versionId });
        tx.hint([STAFF_TOPIC], trainingHint);
      }
      return announced.length;
    });
  }

  /** A job that was cut goes on with the companies that were not told yet. */
  async tell(versionId: string): Promise<void> {
    while ((await this.tellSome(versionId)) === AT_ONCE);
  }

  /** Marks and tells in one transaction. */
  private async tellSome(versionId: string): Promise<number> {
    return this.database.transact(system, async (tx) => {
      const companies = await tx.sql<{ company_id: string; announced_at: Date }>(sql`
        update hotline.course_announcement set told_at = ${tx.at}
        where course_version_id = ${versionId} and company_id in (
          select company_id from hotline.course_announcement
          where course_version_id = ${versionId} and told_at is null
          order by company_id limit ${rows(AT_ONCE)} for update skip locked)
        returning company_id, announced_at`);
      const people = await tx.sql<{ company_id: string; space_id: string | null; people: string[] }>(sql`
        select company.id as company_id, space.id as space_id, array(
            select contact.person_id from hotline.company_contact contact
            where contact.company_id = company.id and contact.left_at is null) as people
        from hotline.company company left join hotline.space space on space.company_id = company.id
        where company.id = any(${companies.map(({ company_id }) => company_id)}::uuid[])`);
      const at = new Map(companies.map(({ company_id, announced_at }) => [company_id, announced_at]));
      for (const { company_id: companyId, space_id, people: personIds } of people) {
        await this.notifications.tell(tx, {
          kind: 'TRAINING_CONTENT',
          subject: { type: 'courseversion', id: versionId },
          // Whoever belongs to two companies is told for each.
          causeId: v5(companyId, versionId),
          actorId: null,
          at: at.get(companyId) ?? tx.at,
          to: personIds.map((personId) => ({ personId, companyId })),
        });
        if (space_id) tx.hint([spaceTopic(space_id)], { ...trainingHint, spaceId: space_id });
      }
      return companies.length;
    });
  }

  /** What a mail says, read with the recipient's own rights. */
  private async describe({ personId, companyId }: Recipient, subjects: ToDescribe[]): Promise<Described[]> {
    const actor = await this.spaces.actorOf(personId, companyId);
    if (actor?.kind !== 'contact') return [];
    const causes = new Map(subjects.map(({ subjectId, causeIds }) => [subjectId, causeIds]));
    const described = await this.reads.inLetters(actor, [...causes.keys()]);
    return described.map(({ id, title, summary, handle }) => ({
      subjectId: id,
      heading: title,
      path: `/c/${handle}/training/content/${globalId('courseversion', id)}`,
      said: summary ? (causes.get(id) ?? []).map((causeId) => ({ causeId, text: summary })) : [],
    }));
  }
}
