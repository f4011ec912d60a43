// Participants are reminded the day before a step is due and when it is late, and told of a review: each of it once.
import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { system } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Sql, type Transaction, raw, rows, sql } from '../../platform/database/index.js';
import { globalId } from '../../platform/graphql/index.js';
import {
  type Described,
  Describers,
  NotificationsService,
  type Recipient,
  type ToDescribe,
} from '../../notifications/index.js';
import { SpacesReads } from '../../spaces/index.js';
import { hintProjects } from './missions.hints.js';
import { MissionsReads } from './missions.reads.js';

export const TELL_OF_REVIEW = 'tellOfMissionReview';

const DAY_MS = 24 * 3_600_000;

/** Of one transaction; what is left comes in the next one. */
const AT_ONCE = 200;

const OCCASIONS = {
  MISSION_SOON: {
    mark: raw('reminded_at'),
    due: (now: Date) => between(now, new Date(now.getTime() + DAY_MS)),
  },
  MISSION_LATE: { mark: raw('late_told_at'), due: (now: Date) => sql`due_at <= ${now}` },
} as const;
type Occasion = keyof typeof OCCASIONS;

const between = (from: Date, to: Date): Sql => sql`due_at > ${from} and due_at <= ${to}`;

@Injectable()
export class MissionTelling {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(MissionsReads) private readonly reads: MissionsReads,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Describers) describers: Describers,
  ) {
    describers.register('missionstep', (recipient, subjects) => this.describe(recipient, subjects));
  }

  /** The calendar calls it. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const occasion of ['MISSION_SOON', 'MISSION_LATE'] as const)
      while ((await this.remindSome(occasion, now)) === AT_ONCE);
  }

  async tellReview(reviewId: string): Promise<void> {
    await this.database.transact(system, async (tx) => {
      const review = await tx.one<{
        step_id: string;
        person_id: string;
        company_id: string;
        reviewer_id: string;
        at: Date;
      }>(sql`
        select submission.mission_step_id as step_id, member.person_id, project.company_id, review.reviewer_id, review.at
        from hotline.mission_review review
        join hotline.mission_submission submission on submission.id = review.submission_id
        join hotline.training_project_member member on member.id = submission.member_id and member.left_at is null
        join hotline.training_project project on project.id = member.project_id
        where review.id = ${reviewId}`);
      if (!review) return;
      await this.notifications.tell(tx, {
        kind: 'MISSION_REVIEWED',
        subject: { type: 'missionstep', id: review.step_id },
        causeId: reviewId,
        actorId: review.reviewer_id,
        at: review.at,
        to: [{ personId: review.person_id, companyId: review.company_id }],
      });
    });
  }

  /** Marks and tells in one transaction. Whoever has shown it before, late or not, needs no reminder. */
  private async remindSome(occasion: Occasion, now: Date): Promise<number> {
    const { mark, due } = OCCASIONS[occasion];
    return this.database.transact(system, async (tx) => {
      const steps = await tx.sql<{ id: string; project_id: string }>(sql`
        update hotline.mission_step set ${mark} = ${tx.at} where id in (
          select id from hotline.mission_step where submitted_at is null and ${mark} is null and ${due(now)}
          order by due_at, id limit ${rows(AT_ONCE)} for update skip locked)
        returning id, project_id`);
      await this.tellWhoseTheyAre(
        tx,
        occasion,
        steps.map(({ id }) => id),
      );
      // Whoever looks at how far a company is sees what has become late.
      if (occasion === 'MISSION_LATE')
        await hintProjects(tx, [...new Set(steps.map(({ project_id }) => project_id))]);
      return steps.length;
    });
  }

  private async tellWhoseTheyAre(tx: Transaction, occasion: Occasion, ids: string[]): Promise<void> {
    const people = await tx.sql<{ id: string; to: Recipient[] }>(sql`
      select assigned.id,
        json_agg(json_build_object('personId', member.person_id, 'companyId', project.company_id)) as "to"
      from hotline.mission_step assigned
      join hotline.training_project project on project.id = assigned.project_id
      join hotline.training_project_member member on member.project_id = assigned.project_id
        and member.left_at is null and (assigned.member_id is null or assigned.member_id = member.id)
      where assigned.id = any(${ids}::uuid[]) group by assigned.id`);
    for (const { id, to } of people)
      await this.notifications.tell(tx, {
        kind: occasion,
        subject: { type: 'missionstep', id },
        causeId: v5(occasion, id),
        actorId: null,
        at: tx.at,
        to,
      });
  }

  /** What a mail says, read with the recipient's own rights. */
  private async describe({ personId, companyId }: Recipient, subjects: ToDescribe[]): Promise<Described[]> {
    const actor = await this.spaces.actorOf(personId, companyId);
    if (actor?.kind !== 'contact') return [];
    const described = await this.reads.inLetters(
      actor,
      subjects.map(({ subjectId }) => subjectId),
      subjects.flatMap(({ causeIds }) => causeIds),
    );
    return described.map(({ id, handle, title, said }) => ({
      subjectId: id,
      heading: title,
      path: `/c/${handle}/missions/${globalId('missionstep', id)}`,
      said,
    }));
  }
}
