// Commands: participants show what they did, the team passes it or sends it back.
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, systemFor } from '../../platform/actor.js';
import { Database, type Transaction, newId, sql } from '../../platform/database/index.js';
import { conflict, found, invalid, must } from '../../platform/errors.js';
import { isPicture } from '../../platform/files/index.js';
import type { ShownBy } from '../courses/index.js';
import { stepPassed } from './missions.events.js';
import { hintProjects } from './missions.hints.js';
import { type StepState, canReview, ownSteps, visibleSteps } from './missions.policy.js';
import { TELL_OF_REVIEW } from './telling.service.js';

export type Shown = { words: string | null; url: string | null; fileId: string | null };

export type Verdict = 'PASS' | 'AGAIN';
export type Judgement = { verdict: Verdict; comment: string | null; praise: string | null };

type Assigned = { project_id: string; state: StepState; shown_by: ShownBy; own: boolean };

@Injectable()
export class MissionsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Shows that a step is done; of a team's step the first who shows it. With the system's rights after it was looked for with theirs. */
  async submit(actor: Actor, stepId: string, shown: Shown): Promise<string> {
    must(actor.kind === 'contact');
    return this.database.transact(systemFor(actor), async (tx) => {
      const step = found(
        await tx.one<Assigned>(sql`
          select assigned.project_id, assigned.state, step.shown_by, ${ownSteps(actor)} as own
          from hotline.mission_step assigned
          join hotline.training_project project on project.id = assigned.project_id
          join hotline.course_mission_step step on step.id = assigned.step_id
          left join hotline.training_project_member member on member.id = assigned.member_id
          where assigned.id = ${stepId} and ${visibleSteps(actor)} for update of assigned`),
      );
      must(step.own, 'NOT_YOURS', 'Somebody else shows this.');
      if (step.state === 'PASSED') throw conflict('PASSED', 'This is done already.');
      if (step.state === 'SUBMITTED') throw await this.shownAlready(tx, stepId);
      const content = contentOf(step.shown_by, shown);
      if (content.fileId) await this.take(tx, actor.companyId, content.fileId, step.shown_by);
      await tx.sql(sql`
        insert into hotline.mission_submission (id, mission_step_id, member_id, at, words, url, file_id)
        select ${newId()}::uuid, ${stepId}::uuid, me.id, ${tx.at}::timestamptz, ${content.words}::text, ${content.url}::text,
          ${content.fileId}::uuid
        from hotline.training_project_member me
        where me.project_id = ${step.project_id} and me.person_id = ${actor.personId}`);
      await tx.sql(sql`update hotline.mission_step set state = 'SUBMITTED', submitted_at = coalesce(submitted_at, ${tx.at})
        where id = ${stepId}`);
      await hintProjects(tx, [step.project_id]);
      return stepId;
    });
  }

  /** Whoever is second learns who was first. */
  async review(actor: Actor, submissionId: string, judgement: Judgement): Promise<string> {
    must(canReview(actor, ''));
    const { verdict, comment, praise } = judgement;
    if (verdict === 'AGAIN' && !comment) throw invalid('COMMENT', 'Say what is still missing.', 'comment');
    if (verdict === 'AGAIN' && praise)
      throw invalid('PRAISE', 'The team reads praise of what is done.', 'praise');
    return this.database.transact(actor, async (tx) => {
      const shown = found(
        await tx.one<{ step_id: string; project_id: string; member_id: string; person_id: string }>(sql`
          select assigned.id as step_id, assigned.project_id, submission.member_id, submitter.person_id
          from hotline.mission_submission submission
          join hotline.mission_step assigned on assigned.id = submission.mission_step_id
          join hotline.training_project_member submitter on submitter.id = submission.member_id
          where submission.id = ${submissionId} for update of assigned`),
      );
      must(canReview(actor, shown.person_id), 'OWN', 'Somebody else reviews what you have shown.');
      const before = await tx.one<{ name: string }>(sql`
        select person.name from hotline.mission_review review
        join hotline.person person on person.id = review.reviewer_id where review.submission_id = ${submissionId}`);
      if (before) throw conflict('REVIEWED', `${before.name} has reviewed this already.`);
      const id = newId();
      await tx.sql(sql`insert into hotline.mission_review (id, submission_id, reviewer_id, verdict, comment, at)
        values (${id}, ${submissionId}, ${tx.person}, ${verdict}, ${comment || null}, ${tx.at})`);
      if (praise)
        await tx.sql(sql`insert into hotline.mission_praise (review_id, mission_step_id, member_id, words, at)
          values (${id}, ${shown.step_id}, ${shown.member_id}, ${praise}, ${tx.at})`);
      const again = verdict === 'AGAIN';
      await tx.sql(sql`update hotline.mission_step set state = ${again ? 'AGAIN' : 'PASSED'},
        sent_back = sent_back + ${again ? 1 : 0} where id = ${shown.step_id}`);
      tx.enqueue(TELL_OF_REVIEW, { reviewId: id });
      if (!again) await tx.emit(stepPassed, { trainingProjectId: shown.project_id });
      await hintProjects(tx, [shown.project_id]);
      return submissionId;
    });
  }

  private async shownAlready(tx: Transaction, stepId: string) {
    const by = await tx.one<{ name: string }>(sql`
      select person.name from hotline.mission_submission submission
      join hotline.training_project_member member on member.id = submission.member_id
      join hotline.person person on person.id = member.person_id
      where submission.mission_step_id = ${stepId} order by submission.at desc, submission.id desc limit 1`);
    return conflict('SUBMITTED', `${by?.name ?? 'Somebody'} has shown this already; it waits for a review.`);
  }

  /** An upload of their own, for this company, that stands nowhere yet. */
  private async take(tx: Transaction, companyId: string, fileId: string, shownBy: ShownBy): Promise<void> {
    const file = found(
      await tx.one<{ media_type: string }>(sql`
        select file.media_type from hotline.mission_file file
        where file.id = ${fileId} and file.uploaded_by = ${tx.person} and file.company_id = ${companyId}
          and not exists (select 1 from hotline.mission_submission other where other.file_id = file.id)
        for update of file`),
    );
    if (shownBy === 'SCREENSHOT' && !isPicture(file.media_type))
      throw invalid('PICTURE', 'A picture shows this.', 'missionFileId');
  }
}

/** What the step asks for must be there; words may stand beside everything. */
function contentOf(shownBy: ShownBy, { words, url, fileId }: Shown): Shown {
  const said = words || null;
  if ((shownBy === 'TEXT' || shownBy === 'QUESTION') && !said)
    throw invalid('WORDS', 'Write something first.', 'words');
  if (shownBy === 'LINK' && !url) throw invalid('URL', 'Say where it is.', 'url');
  if ((shownBy === 'FILE' || shownBy === 'SCREENSHOT') && !fileId)
    throw invalid('FILE', 'Upload the file first.', 'missionFileId');
  return {
    words: said,
    url: shownBy === 'LINK' ? url : null,
    fileId: shownBy === 'FILE' || shownBy === 'SCREENSHOT' ? fileId : null,
  };
}
