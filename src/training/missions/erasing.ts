// What missions do when a person is erased: what they showed goes, that they showed it stays.
import { type Transaction, raw, sql } from '../../platform/database/index.js';
import { type PersonalPart, REMOVED, type Traces, names, without } from '../../identity/index.js';
import { ERASE_FILES } from './mission-files.service.js';

type Erasing = { personIds: string[]; words: boolean; traces: Traces };

export async function erasePerson(tx: Transaction, { personIds, words, traces }: Erasing): Promise<void> {
  const theirs = sql`any(${personIds}::uuid[])`;
  if (words) {
    await tx.sql(sql`update hotline.mission_submission submission
      set words = case when words is not null then ${REMOVED} end, url = null
      from hotline.training_project_member member where member.id = submission.member_id and member.person_id = ${theirs}`);
    await tx.sql(sql`update hotline.mission_review set comment = ${REMOVED}
      where reviewer_id = ${theirs} and comment is not null`);
    await tx.sql(sql`update hotline.mission_praise praise set words = ${REMOVED}
      from hotline.mission_review review where review.id = praise.review_id and review.reviewer_id = ${theirs}`);
    const files = await tx.sql<{ id: string }>(sql`
      update hotline.mission_file set name = ${REMOVED} where uploaded_by = ${theirs} returning id`);
    if (files.length > 0) tx.enqueue(ERASE_FILES, { ids: files.map(({ id }) => id) });
  }
  // Where they were, others may speak of them by name: those they practise with, and whoever reviews.
  const here = sql`(
    select step.id from hotline.mission_step step
    join hotline.training_project_member member on member.project_id = step.project_id and member.person_id = ${theirs}
    union select submission.mission_step_id from hotline.mission_submission submission
    join hotline.mission_review review on review.submission_id = submission.id and review.reviewer_id = ${theirs})`;
  const clean = (table: string, column: string, where: ReturnType<typeof sql>) => {
    const it = raw(column);
    return tx.sql(sql`update ${raw(`hotline.${table}`)} set ${it} = ${without(it, traces.names)}
      where ${names(it, traces.names)} and ${where}`);
  };
  const shown = sql`(select id from hotline.mission_submission where mission_step_id in ${here})`;
  await clean('mission_submission', 'words', sql`mission_step_id in ${here}`);
  await clean('mission_review', 'comment', sql`submission_id in ${shown}`);
  await clean('mission_praise', 'words', sql`mission_step_id in ${here}`);
  await clean(
    'mission_file',
    'name',
    sql`id in (select file_id from hotline.mission_submission where mission_step_id in ${here})`,
  );
}

export const MISSION_PARTS: PersonalPart[] = [
  {
    name: 'missions',
    rows: (ids) => sql`select assigned.id::text as key, json_build_object('state', assigned.state,
        'dueAt', assigned.due_at, 'submittedAt', assigned.submitted_at, 'sentBack', assigned.sent_back) as entry
      from hotline.mission_step assigned
      join hotline.training_project_member member on member.id = assigned.member_id
      where member.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'missionSubmissions',
    rows: (ids) => sql`select submission.id::text as key, json_build_object('at', submission.at,
        'words', submission.words, 'url', submission.url, 'file', file.name, 'verdict', review.verdict,
        'comment', review.comment, 'praise', praise.words) as entry
      from hotline.mission_submission submission
      join hotline.training_project_member member on member.id = submission.member_id
      left join hotline.mission_file file on file.id = submission.file_id
      left join hotline.mission_review review on review.submission_id = submission.id
      left join hotline.mission_praise praise on praise.review_id = review.id
      where member.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    // With their bytes: whoever has left can ask for them nowhere else.
    name: 'missionFiles',
    rows: (
      ids,
    ) => sql`select file.id::text as key, json_build_object('name', file.name, 'mediaType', file.media_type,
        'bytes', file.bytes, 'sha256', file.sha256, 'at', file.created_at) as entry, file.id as file
      from hotline.mission_file file where file.uploaded_by = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'missionReviews',
    rows: (
      ids,
    ) => sql`select review.id::text as key, json_build_object('at', review.at, 'verdict', review.verdict,
        'comment', review.comment, 'praise', praise.words) as entry
      from hotline.mission_review review left join hotline.mission_praise praise on praise.review_id = review.id
      where review.reviewer_id = any(${[...ids]}::uuid[])`,
  },
];
