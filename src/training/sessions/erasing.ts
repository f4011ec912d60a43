// What sessions do when a person is erased: scores go on counting, without the words.
import { type Transaction, sql } from '../../platform/database/index.js';
import { type PersonalPart, REMOVED, type Traces, names, without } from '../../identity/index.js';

type Erasing = { personIds: string[]; words: boolean; traces: Traces };

export async function erasePerson(tx: Transaction, { personIds, words, traces }: Erasing): Promise<void> {
  const theirs = sql`any(${personIds}::uuid[])`;
  if (words)
    await tx.sql(sql`update hotline.training_feedback feedback set words = ${REMOVED}
      from hotline.training_participant participant
      where participant.id = feedback.participant_id and participant.person_id = ${theirs}
        and feedback.words is not null`);
  await tx.sql(sql`delete from hotline.training_wrong_code where person_id = ${theirs}`);
  // Where they were, others may speak of them by name: as colleagues, and of the trainer.
  await tx.sql(sql`update hotline.training_feedback feedback set words = ${without(sql`feedback.words`, traces.names)}
    from hotline.training_participant participant
    where participant.id = feedback.participant_id and ${names(sql`feedback.words`, traces.names)}
      and participant.session_id in (
        select session_id from hotline.training_participant where person_id = ${theirs}
        union select id from hotline.training_session where trainer_id = ${theirs})`);
}

export const SESSION_PARTS: PersonalPart[] = [
  {
    name: 'trainings',
    rows: (ids) => sql`select participant.id::text as key, json_build_object('startsAt', session.starts_at,
        'place', session.place, 'addedAt', participant.added_at, 'attendedAt', participant.attended_at,
        'score', feedback.score, 'words', feedback.words, 'givenAt', feedback.given_at) as entry
      from hotline.training_participant participant
      join hotline.training_session session on session.id = participant.session_id
      left join hotline.training_feedback feedback on feedback.participant_id = participant.id
      where participant.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'wrongAttendanceCodes',
    rows: (ids) => sql`select lpad(wrong.id::text, 20, '0') as key, json_build_object('at', wrong.at) as entry
      from hotline.training_wrong_code wrong where wrong.person_id = any(${[...ids]}::uuid[])`,
  },
];
