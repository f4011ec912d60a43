-- Up Migration
-- Telling people: what happened that concerns them, by which road they want to hear of it, and how far the
-- other side has read.

create table hotline.notification (
  id uuid primary key,
  person_id uuid not null references hotline.person on delete cascade,
  -- The company for which a contact is told; null for staff.
  company_id uuid references hotline.company on delete cascade,
  kind text not null,
  -- What it leads to, and what caused it: a message, a note, an assignment. Ids of modules above.
  subject_type text not null,
  subject_id uuid not null,
  cause_id uuid not null,
  actor_id uuid references hotline.person,
  at timestamptz not null,
  shown boolean not null,
  mail boolean not null,
  read_at timestamptz,
  mailed_at timestamptz,
  -- Whoever tells twice (a job that ran again) tells once.
  unique (person_id, cause_id)
);
create index notification_person on hotline.notification (person_id, at desc, id desc) where shown;
create index notification_unread on hotline.notification (person_id, subject_id) where read_at is null;
create index notification_mail on hotline.notification (person_id) where mail and mailed_at is null and read_at is null;
create index notification_at on hotline.notification (at);

-- What somebody chose; without a row the kind's own default holds.
create table hotline.notification_setting (
  person_id uuid not null references hotline.person on delete cascade,
  kind text not null,
  in_app boolean not null,
  mail boolean not null,
  primary key (person_id, kind)
);

select hotline.protect('hotline.notification');
select hotline.protect('hotline.notification_setting');

grant select on hotline.notification to hotline_contact, hotline_staff;
grant update (read_at) on hotline.notification to hotline_contact, hotline_staff;
create policy own_rows on hotline.notification to hotline_contact
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid)
    and company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));
create policy own_rows_as_staff on hotline.notification to hotline_staff
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid) and company_id is null);

grant select, insert, update on hotline.notification_setting to hotline_contact, hotline_staff;
create policy own_rows on hotline.notification_setting to hotline_contact, hotline_staff
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid))
  with check (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid));

-- A link in a mail about an answer signs its reader in and leads to that place.
alter table hotline.mail_link drop constraint mail_link_purpose_check;
alter table hotline.mail_link add constraint mail_link_purpose_check
  check (purpose in ('SIGN_IN', 'INVITATION', 'PASSWORD', 'FIRST_ADMIN', 'PLACE')) not valid;
alter table hotline.mail_link validate constraint mail_link_purpose_check;

-- Where one click ends mails of this sort (RFC 8058).
alter table hotline.mail add column off_url text;

-- How far somebody of each side has read, by the number of the message.
alter table hotline.thread add column contact_seen_seq int not null default 0;
alter table hotline.thread add column staff_seen_seq int not null default 0;
update hotline.thread thread
set contact_seen_seq = coalesce(mark.contacts, 0), staff_seen_seq = coalesce(mark.staff, 0)
from (
  select read.thread_id, max(read.seq) filter (where person.staff_role is null) as contacts,
    max(read.seq) filter (where person.staff_role <> 'PLANNER') as staff
  from hotline.thread_read read join hotline.person person on person.id = read.person_id
  group by read.thread_id) mark
where mark.thread_id = thread.id;
grant update (contact_seen_seq) on hotline.thread to hotline_contact;

-- When somebody wants no mail: local times in their own zone (null: the installation's), and whole weekends.
alter table hotline.person add column zone text;
alter table hotline.person add column quiet_from time;
alter table hotline.person add column quiet_to time;
alter table hotline.person add column quiet_weekends boolean not null default false;
alter table hotline.person add constraint person_quiet_both check ((quiet_from is null) = (quiet_to is null)) not valid;
alter table hotline.person validate constraint person_quiet_both;
