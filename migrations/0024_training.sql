-- Up Migration
-- Training: what is taught (courses in versions, their materials and missions), and when it was taught to whom.

create table hotline.course (
  id uuid primary key,
  stage text not null check (stage in ('BASIC', 'ADVANCED', 'CULTURE', 'ADMINISTRATOR')),
  created_by uuid not null references hotline.person,
  created_at timestamptz not null,
  archived_at timestamptz,
  copied_from_id uuid references hotline.course,
  version int not null default 1
);

-- A draft is edited; what was published is what somebody was taught and never changes.
create table hotline.course_version (
  id uuid primary key,
  course_id uuid not null references hotline.course,
  number int not null,
  state text not null check (state in ('DRAFT', 'PUBLISHED')),
  created_by uuid not null references hotline.person,
  created_at timestamptz not null,
  published_by uuid references hotline.person,
  published_at timestamptz,
  -- Counts every change of the draft and of its parts.
  version int not null default 1,
  unique (course_id, number),
  constraint course_published check ((state = 'PUBLISHED') = (published_at is not null and published_by is not null))
);
create unique index course_version_draft on hotline.course_version (course_id) where state = 'DRAFT';

-- The words of a course and of its parts, a row per language; of the course itself `subject_id` is the version.
create table hotline.course_text (
  course_version_id uuid not null references hotline.course_version on delete cascade,
  subject text not null check (subject in ('COURSE', 'MATERIAL', 'MISSION', 'STEP')),
  subject_id uuid not null,
  locale text not null check (locale in ('ko', 'en')),
  title text not null check (title <> ''),
  summary text,
  -- Markdown.
  body text,
  primary key (subject_id, locale)
);
create index course_text_version on hotline.course_text (course_version_id);

-- Bytes of materials lie outside, under the id; copies of a course share them.
create table hotline.course_file (
  id uuid primary key,
  uploaded_by uuid not null references hotline.person,
  name text not null,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  sha256 text not null,
  created_at timestamptz not null
);

create table hotline.course_material (
  id uuid primary key,
  course_version_id uuid not null references hotline.course_version on delete cascade,
  position int not null,
  kind text not null check (kind in ('FILE', 'LINK', 'VIDEO', 'MARKDOWN')),
  file_id uuid references hotline.course_file,
  url text check (url ~ '^https?://'),
  constraint course_material_leads_somewhere check (
    (kind = 'FILE') = (file_id is not null) and (kind in ('LINK', 'VIDEO')) = (url is not null))
);
create index course_material_version on hotline.course_material (course_version_id, position);
create index course_material_file on hotline.course_material (file_id) where file_id is not null;

-- What participants practise afterwards, as the course says it; a mission that somebody has is a row of its own.
create table hotline.course_mission (
  id uuid primary key,
  course_version_id uuid not null references hotline.course_version on delete cascade,
  position int not null
);
create index course_mission_version on hotline.course_mission (course_version_id, position);

create table hotline.course_mission_step (
  id uuid primary key,
  course_version_id uuid not null references hotline.course_version on delete cascade,
  mission_id uuid not null references hotline.course_mission on delete cascade,
  position int not null,
  -- How it is shown that it is done.
  shown_by text not null check (shown_by in ('TEXT', 'LINK', 'FILE', 'SCREENSHOT', 'TICK', 'QUESTION')),
  -- Working days after the session's end.
  due_days int not null check (due_days between 0 and 250),
  -- Of a company's participants: each for themselves, one for all, or all together.
  team_mode text not null check (team_mode in ('EACH', 'ANY', 'ALL'))
);
create index course_mission_step_mission on hotline.course_mission_step (mission_id, position);
create index course_mission_step_version on hotline.course_mission_step (course_version_id);

create table hotline.training_session (
  id uuid primary key,
  course_version_id uuid not null references hotline.course_version,
  state text not null check (state in ('PLANNED', 'HELD', 'CLOSED', 'CANCELLED')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text,
  link text check (link ~ '^https?://'),
  trainer_id uuid not null references hotline.person,
  created_by uuid not null references hotline.person,
  created_at timestamptz not null,
  held_at timestamptz,
  closed_at timestamptz,
  cancelled_at timestamptz,
  version int not null default 1,
  constraint training_session_lasts check (ends_at > starts_at),
  constraint training_session_somewhere check (place is not null or link is not null)
);
create index training_session_starts on hotline.training_session (starts_at desc, id desc);
create index training_session_version on hotline.training_session (course_version_id);

-- What contacts may not know: the word that proves attendance, and the number of places, from which others could be counted.
create table hotline.training_desk (
  session_id uuid primary key references hotline.training_session on delete cascade,
  code text not null check (code ~ '^[0-9]{6}$'),
  capacity int check (capacity > 0)
);

-- Companies that a session is open to: each of their contacts sees it and may take part.
create table hotline.training_company (
  session_id uuid not null references hotline.training_session on delete cascade,
  company_id uuid not null references hotline.company,
  primary key (session_id, company_id)
);
create index training_company_company on hotline.training_company (company_id);

-- Who takes part, and for which company.
create table hotline.training_participant (
  id uuid primary key,
  session_id uuid not null references hotline.training_session on delete cascade,
  person_id uuid not null references hotline.person,
  company_id uuid not null references hotline.company,
  added_by uuid not null references hotline.person,
  added_at timestamptz not null,
  removed_at timestamptz,
  attended_at timestamptz,
  attended_by text check (attended_by in ('CODE', 'LIST')),
  -- What their calendar was told last, as a digest, and how often it was told anything.
  told text,
  sequence int not null default -1,
  reminded_at timestamptz,
  unique (session_id, person_id),
  constraint training_attended check ((attended_at is null) = (attended_by is null))
);
create index training_participant_person on hotline.training_participant (person_id, company_id) where removed_at is null;
create index training_participant_company on hotline.training_participant (company_id);

create table hotline.training_feedback (
  id uuid primary key,
  participant_id uuid not null unique references hotline.training_participant on delete cascade,
  score int not null check (score between 1 and 5),
  words text check (words <> ''),
  given_at timestamptz not null,
  changed_at timestamptz
);

select hotline.protect('hotline.course');
select hotline.protect('hotline.course_version');
select hotline.protect('hotline.course_text');
select hotline.protect('hotline.course_file');
select hotline.protect('hotline.course_material');
select hotline.protect('hotline.course_mission');
select hotline.protect('hotline.course_mission_step');
select hotline.protect('hotline.training_session');
select hotline.protect('hotline.training_desk');
select hotline.protect('hotline.training_company');
select hotline.protect('hotline.training_participant');
select hotline.protect('hotline.training_feedback');

select hotline.open_to_staff('hotline.course', 'select, insert, update');
select hotline.open_to_staff('hotline.course_version', 'select, insert, update');
select hotline.open_to_staff('hotline.course_text', 'select, insert, update, delete');
select hotline.open_to_staff('hotline.course_file', 'select, insert');
select hotline.open_to_staff('hotline.course_material', 'select, insert, update, delete');
select hotline.open_to_staff('hotline.course_mission', 'select, insert, update, delete');
select hotline.open_to_staff('hotline.course_mission_step', 'select, insert, update, delete');
select hotline.open_to_staff('hotline.training_session', 'select, insert, update');
select hotline.open_to_staff('hotline.training_desk', 'select, insert, update');
select hotline.open_to_staff('hotline.training_company', 'select, insert, delete');
select hotline.open_to_staff('hotline.training_participant', 'select, insert, update');
select hotline.open_to_staff('hotline.training_feedback', 'select');

-- A contact sees what their own company takes part in; colleagues, never another company's people.
grant select on hotline.training_company to hotline_contact;
create policy own_company on hotline.training_company for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));

grant select (id, session_id, person_id, company_id, added_at, removed_at, attended_at, attended_by, sequence)
  on hotline.training_participant to hotline_contact;
create policy own_company on hotline.training_participant for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));

grant select on hotline.training_session to hotline_contact;
create policy taking_part on hotline.training_session for select to hotline_contact
  using (id in (select session_id from hotline.training_company)
    or id in (select session_id from hotline.training_participant
              where person_id = (select nullif(current_setting('hotline.person', true), '')::uuid) and removed_at is null));

grant select, insert on hotline.training_feedback to hotline_contact;
grant update (score, words, changed_at) on hotline.training_feedback to hotline_contact;
create policy own_rows on hotline.training_feedback to hotline_contact
  using (participant_id in (select id from hotline.training_participant
    where person_id = (select nullif(current_setting('hotline.person', true), '')::uuid)))
  with check (participant_id in (select id from hotline.training_participant
    where person_id = (select nullif(current_setting('hotline.person', true), '')::uuid) and attended_at is not null));

-- What a course is about is seen with each of its sessions; what is in it, by who takes part.
grant select (id, course_id, number, state, published_at, version) on hotline.course_version to hotline_contact;
create policy taught on hotline.course_version for select to hotline_contact
  using (id in (select course_version_id from hotline.training_session));

grant select (id, stage, created_at, archived_at, version) on hotline.course to hotline_contact;
create policy taught on hotline.course for select to hotline_contact
  using (id in (select course_id from hotline.course_version));

-- Versions of sessions in which the acting contact takes part themselves.
create function hotline.taught_to_me() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select session.course_version_id from hotline.training_participant participant
  join hotline.training_session session on session.id = participant.session_id
  where participant.person_id = nullif(current_setting('hotline.person', true), '')::uuid
    and participant.company_id = nullif(current_setting('hotline.company', true), '')::uuid
    and participant.removed_at is null and session.state <> 'CANCELLED' $$;
revoke all on function hotline.taught_to_me() from public;
grant execute on function hotline.taught_to_me() to hotline_contact, hotline_staff, hotline_system;

grant select on hotline.course_text to hotline_contact;
create policy taught on hotline.course_text for select to hotline_contact
  using (subject = 'COURSE' and course_version_id in (select id from hotline.course_version)
    or course_version_id in (select hotline.taught_to_me()));
grant select on hotline.course_material to hotline_contact;
create policy taught on hotline.course_material for select to hotline_contact
  using (course_version_id in (select hotline.taught_to_me()));
grant select on hotline.course_mission to hotline_contact;
create policy taught on hotline.course_mission for select to hotline_contact
  using (course_version_id in (select hotline.taught_to_me()));
grant select on hotline.course_mission_step to hotline_contact;
create policy taught on hotline.course_mission_step for select to hotline_contact
  using (course_version_id in (select hotline.taught_to_me()));
grant select (id, name, media_type, bytes, width, height, sha256, created_at) on hotline.course_file to hotline_contact;
create policy taught on hotline.course_file for select to hotline_contact
  using (id in (select file_id from hotline.course_material));

-- Nobody rewrites what was taught.
create function hotline.course_is_published() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'A published version of a course never changes.' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger course_is_published before update or delete on hotline.course_version
  for each row execute function hotline.course_is_published();

create function hotline.course_part_is_published() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The draft is held, so that nobody publishes it between this look and the change.
  perform 1 from hotline.course_version
    where id in (old.course_version_id, new.course_version_id) and state = 'PUBLISHED' for share;
  if found then
    raise exception 'A part of a published version of a course never changes.' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger course_part_is_published before insert or update or delete on hotline.course_text
  for each row execute function hotline.course_part_is_published();
create trigger course_part_is_published before insert or update or delete on hotline.course_material
  for each row execute function hotline.course_part_is_published();
create trigger course_part_is_published before insert or update or delete on hotline.course_mission
  for each row execute function hotline.course_part_is_published();
create trigger course_part_is_published before insert or update or delete on hotline.course_mission_step
  for each row execute function hotline.course_part_is_published();

-- What somebody said of a session is words of theirs.
create function hotline.feedback_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.words is not null and hotline.words_erased((select person_id from hotline.training_participant
      where id = new.participant_id)) then new.words := hotline.removed(); end if;
  return new;
end $$;
create trigger of_erased before insert or update on hotline.training_feedback
  for each row execute function hotline.feedback_of_erased();

-- A mail may carry an entry for a calendar.
alter table hotline.mail add column calendar jsonb;
