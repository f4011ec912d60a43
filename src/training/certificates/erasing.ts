// What certificates do when a person is erased: that somebody finished stays, who it was goes, and its link leads nowhere.
import { type Transaction, sql } from '../../platform/database/index.js';
import { type PersonalPart, REMOVED, type Traces, names, without } from '../../identity/index.js';

type Erasing = { personIds: string[]; words: boolean; traces: Traces };

export async function erasePerson(tx: Transaction, { personIds, words, traces }: Erasing): Promise<void> {
  const theirs = sql`any(${personIds}::uuid[])`;
  await tx.sql(sql`update hotline.certificate set person_name = ${REMOVED}, token = null,
      withdrawn_reason = case when withdrawn_reason is not null then ${REMOVED} end
    where person_id = ${theirs}`);
  await tx.sql(sql`delete from hotline.honour_absence where person_id = ${theirs}`);
  if (words)
    await tx.sql(sql`update hotline.certificate set withdrawn_reason = ${REMOVED}
      where withdrawn_by = ${theirs} and withdrawn_reason is not null`);
  // Where they were, a reason may speak of them by name.
  await tx.sql(sql`update hotline.certificate certificate
    set withdrawn_reason = ${without(sql`certificate.withdrawn_reason`, traces.names)}
    from hotline.training_participant participant
    where participant.id = certificate.participant_id and ${names(sql`certificate.withdrawn_reason`, traces.names)}
      and participant.session_id in (
        select session_id from hotline.training_participant where person_id = ${theirs}
        union select id from hotline.training_session where trainer_id = ${theirs})`);
}

export const CERTIFICATE_PARTS: PersonalPart[] = [
  {
    name: 'certificates',
    rows: (ids) => sql`select certificate.id::text as key, json_build_object('number', certificate.number,
        'name', certificate.person_name, 'company', certificate.company_name,
        'course', coalesce(certificate.title_ko, certificate.title_en), 'stage', certificate.stage,
        'issuedAt', certificate.issued_at, 'withdrawnAt', certificate.withdrawn_at,
        'reason', certificate.withdrawn_reason, 'verifiedAt', '/verify/' || certificate.token) as entry
      from hotline.certificate certificate where certificate.person_id = any(${[...ids]}::uuid[])`,
  },
  {
    name: 'wallOfHonour',
    rows: (
      ids,
    ) => sql`select absence.person_id::text as key, json_build_object('keepsAwaySince', absence.since) as entry
      from hotline.honour_absence absence where absence.person_id = any(${[...ids]}::uuid[])`,
  },
];
