// Who has finished a training gets a certificate: once, whatever is reviewed, merged or asked again afterwards.
import { randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { system } from '../../platform/actor.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, type Sql, type Transaction, newId, sql } from '../../platform/database/index.js';
import { dateIn } from '../../platform/local-time.js';
import { personTopic } from '../../identity/index.js';
import { NotificationsService } from '../../notifications/index.js';
import { STAFF_TOPIC } from '../../spaces/index.js';
import { trainingHint } from '../courses/index.js';

/** Without signs that are taken for one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

type Earned = { participant_id: string; person_id: string; company_id: string };

@Injectable()
export class AwardingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NotificationsService) private readonly notifications: NotificationsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whoever has passed all that is theirs and their team's. */
  async forProject(projectId: string): Promise<void> {
    await this.award(passedIn(sql`project.id = ${projectId}`));
  }

  /** Where all do something together, nobody waits any longer for a colleague who has left. */
  async forCompany(companyId: string): Promise<void> {
    await this.award(passedIn(sql`project.company_id = ${companyId}`));
  }

  /** Where a course has nothing to practise, whoever was there has finished it. */
  async forSession(sessionId: string): Promise<void> {
    await this.award(sql`
      join hotline.company_contact contact on contact.person_id = participant.person_id
        and contact.company_id = participant.company_id and contact.left_at is null
      where session.id = ${sessionId} and session.state = 'CLOSED' and participant.attended_at is not null
        and participant.removed_at is null and not exists (
          select 1 from hotline.course_mission_step step where step.course_version_id = session.course_version_id)`);
  }

  private async award(which: Sql): Promise<void> {
    await this.database.transact(system, async (tx) => {
      // People and companies are held, and who was merged meanwhile is already read as the one they are now.
      const earned = await tx.sql<Earned>(sql`
        select participant.id as participant_id, coalesce(person.merged_into_id, person.id) as person_id,
          coalesce(company.merged_into_id, company.id) as company_id
        from hotline.training_participant participant
        join hotline.training_session session on session.id = participant.session_id
        join hotline.person person on person.id = participant.person_id
        join hotline.company company on company.id = participant.company_id ${which}
          and not exists (select 1 from hotline.certificate given where given.participant_id = participant.id)
        order by participant.id for share of person, company`);
      if (earned.length > 0) await this.give(tx, earned);
    });
  }

  private async give(tx: Transaction, earned: Earned[]): Promise<void> {
    const year = dateIn(this.config.zone, tx.at).slice(0, 4);
    const drawn = earned.map((each) => ({
      ...each,
      id: newId(),
      number: `${year}-${signs()}-${signs()}`,
      token: randomBytes(16).toString('base64url'),
    }));
    const given = await tx.sql<{ id: string; person_id: string; company_id: string }>(sql`
      insert into hotline.certificate (id, number, token, participant_id, person_id, company_id, person_name, company_name,
        stage, title_ko, title_en, issued_at)
      select drawn.id, drawn.number, drawn.token, participant.id, person.id, company.id, person.name, company.name, course.stage,
        (select said.title from hotline.course_text said where said.subject_id = version.id and said.locale = 'ko'),
        (select said.title from hotline.course_text said where said.subject_id = version.id and said.locale = 'en'), ${tx.at}
      from json_to_recordset(${JSON.stringify(drawn)}::json) as drawn(id uuid, number text, token text,
        participant_id uuid, person_id uuid, company_id uuid)
      join hotline.training_participant participant on participant.id = drawn.participant_id
      join hotline.training_session session on session.id = participant.session_id
      join hotline.course_version version on version.id = session.course_version_id
      join hotline.course course on course.id = version.course_id
      join hotline.person person on person.id = drawn.person_id
      join hotline.company company on company.id = drawn.company_id
      on conflict (participant_id) do nothing
      returning id, person_id, company_id`);
    for (const { id, person_id: personId, company_id: companyId } of given)
      await this.notifications.tell(tx, {
        kind: 'CERTIFICATE_GIVEN',
        subject: { type: 'certificate', id },
        causeId: id,
        actorId: null,
        at: tx.at,
        to: [{ personId, companyId }],
      });
    if (given.length > 0)
      tx.hint([STAFF_TOPIC, ...given.map(({ person_id }) => personTopic(person_id))], trainingHint);
  }
}

/** Done as their page says it: what is theirs and their team's has passed, and what all do together has passed of all. */
const passedIn = (projects: Sql): Sql => sql`
  join hotline.training_project project on project.session_id = participant.session_id
  join hotline.training_project_member member on member.project_id = project.id
    and member.person_id = participant.person_id and member.left_at is null
  where ${projects}
    and exists (select 1 from hotline.mission_step assigned where assigned.project_id = project.id)
    and not exists (
      select 1 from hotline.mission_step assigned
      join hotline.course_mission_step step on step.id = assigned.step_id
      left join hotline.training_project_member whose on whose.id = assigned.member_id
      where assigned.project_id = project.id and assigned.state <> 'PASSED'
        and (assigned.member_id is null or assigned.member_id = member.id
          or step.team_mode = 'ALL' and whose.left_at is null))`;

const signs = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
