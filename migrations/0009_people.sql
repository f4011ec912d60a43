-- Up Migration
-- People and companies for administrators: merging with undo, the trail of access, a person's own settings.

-- Who is a duplicate points at who is kept; names, addresses and handles are resolved through the pointer.
alter table hotline.person
  add column merged_into_id uuid references hotline.person,
  add column avatar_color text
    check (avatar_color in ('RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK')),
  add constraint person_merged_elsewhere check (merged_into_id <> id);
create index person_merged on hotline.person (merged_into_id) where merged_into_id is not null;
alter table hotline.company
  add column merged_into_id uuid references hotline.company,
  add constraint company_merged_elsewhere check (merged_into_id <> id);
create index company_merged on hotline.company (merged_into_id) where merged_into_id is not null;

grant select (merged_into_id, avatar_color) on hotline.person to hotline_contact;
-- An address with the handle of a company that was merged still leads its people to where they are now.
grant select (merged_into_id) on hotline.company to hotline_contact;
alter policy own_company on hotline.company
  using (id = (select nullif(current_setting('hotline.company', true), '')::uuid)
    or merged_into_id = (select nullif(current_setting('hotline.company', true), '')::uuid));

-- What was merged, and in its parts what each module changed for it, so that it can be undone exactly.
create table hotline.merge (
  id uuid primary key,
  kind text not null check (kind in ('PERSON', 'COMPANY')),
  kept_id uuid not null,
  kept_name text not null,
  duplicate_id uuid not null,
  duplicate_name text not null,
  duplicate_label text not null,
  -- Companies whose contacts a merge of people changed, and the other way about.
  beside uuid[] not null default '{}',
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid
);
create index merge_at on hotline.merge (merged_at desc, id desc);
create table hotline.merge_part (
  merge_id uuid not null references hotline.merge on delete cascade,
  part text not null,
  kept jsonb not null,
  primary key (merge_id, part)
);
select hotline.protect('hotline.merge');
select hotline.protect('hotline.merge_part');

-- What somebody wrote and opened, for merging and for whom to name when somebody leaves.
create index message_author on hotline.message (author_id);
create index thread_opened_by on hotline.thread (opened_by);

-- A space that still holds anything is not taken away: whatever points at it keeps it.
create function hotline.close_empty_space(target uuid) returns boolean language plpgsql as $$
begin
  delete from hotline.space where id = target;
  return true;
exception when foreign_key_violation then
  return false;
end $$;
revoke all on function hotline.close_empty_space(uuid) from public;
grant execute on function hotline.close_empty_space(uuid) to hotline_system;

-- The trail is looked through by person, and every row names the company it is about.
create index audit_actor on hotline.audit (actor_id, at desc);
create index audit_subject on hotline.audit (subject_id, at desc);
update hotline.audit audit set detail = audit.detail || jsonb_build_object('companyId', space.company_id)
from hotline.space space
where not audit.detail ? 'companyId'
  and space.id::text = coalesce(audit.detail ->> 'spaceId', case when audit.subject_type = 'space' then audit.subject_id::text end);
