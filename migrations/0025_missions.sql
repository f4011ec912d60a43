-- Up Migration
-- Missions: what participants practise after a session, shown by them and reviewed by the team.

-- One for each company that was there. `company_id` follows a merge; `origin_company_id` keeps each one single.
create table hotline.training_project (
  id uuid primary key,
  session_id uuid not null references hotline.training_session,
  company_id uuid not null references hotline.company,
  origin_company_id uuid not null references hotline.company,
  course_version_id uuid not null references hotline.course_version,
  -- From here working days are counted.
  ended_at timestamptz not null,
  created_at timestamptz not null,
  unique (session_id, origin_company_id)
);
create index training_project_company on hotline.training_project (company_id, created_at desc);
create index training_project_version on hotline.training_project (course_version_id);

-- Who was there. Whoever left the company is not waited for.
create table hotline.training_project_member (
  id uuid primary key,
  project_id uuid not null references hotline.training_project on delete cascade,
  person_id uuid not null references hotline.person,
  left_at timestamptz,
  unique (project_id, person_id)
);
create index training_project_member_person on hotline.training_project_member (person_id);

-- A step as somebody has it; without a member it is the team's, and any of them does it.
create table hotline.mission_step (
  id uuid primary key,
  project_id uuid not null references hotline.training_project on delete cascade,
  step_id uuid not null references hotline.course_mission_step,
  member_id uuid references hotline.training_project_member on delete cascade,
  state text not null check (state in ('OPEN', 'SUBMITTED', 'PASSED', 'AGAIN')),
  -- null: the company's calendar never opens again.
  due_at timestamptz,
  -- When it was shown for the first time: in time or not.
  submitted_at timestamptz,
  sent_back int not null default 0,
  reminded_at timestamptz,
  late_told_at timestamptz,
  unique nulls not distinct (project_id, step_id, member_id),
  constraint mission_step_shown check ((state = 'OPEN') = (submitted_at is null))
);
create index mission_step_member on hotline.mission_step (member_id);
create index mission_step_step on hotline.mission_step (step_id);
create index mission_step_due on hotline.mission_step (due_at) where submitted_at is null;

-- Bytes lie outside, under the id. Its sender's alone until it is submitted.
create table hotline.mission_file (
  id uuid primary key,
  uploaded_by uuid not null references hotline.person,
  company_id uuid not null references hotline.company,
  name text not null,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  sha256 text not null,
  created_at timestamptz not null
);
create index mission_file_company on hotline.mission_file (company_id);
create index mission_file_person on hotline.mission_file (uploaded_by);

create table hotline.mission_submission (
  id uuid primary key,
  mission_step_id uuid not null references hotline.mission_step on delete cascade,
  member_id uuid not null references hotline.training_project_member,
  at timestamptz not null,
  words text check (words <> ''),
  url text check (url ~ '^https?://'),
  file_id uuid unique references hotline.mission_file
);
create index mission_submission_step on hotline.mission_submission (mission_step_id, at);
create index mission_submission_at on hotline.mission_submission (at, id);
create index mission_submission_member on hotline.mission_submission (member_id);

-- What is shown is judged once.
create table hotline.mission_review (
  id uuid primary key,
  submission_id uuid not null unique references hotline.mission_submission on delete cascade,
  reviewer_id uuid not null references hotline.person,
  verdict text not null check (verdict in ('PASS', 'AGAIN')),
  comment text check (comment <> ''),
  at timestamptz not null,
  constraint mission_review_says_why check (verdict = 'PASS' or comment is not null)
);

-- Said aloud: the whole team reads it.
create table hotline.mission_praise (
  review_id uuid primary key references hotline.mission_review on delete cascade,
  mission_step_id uuid not null references hotline.mission_step on delete cascade,
  member_id uuid not null references hotline.training_project_member,
  words text not null check (words <> ''),
  at timestamptz not null
);
create index mission_praise_step on hotline.mission_praise (mission_step_id);

select hotline.protect('hotline.training_project');
select hotline.protect('hotline.training_project_member');
select hotline.protect('hotline.mission_step');
select hotline.protect('hotline.mission_file');
select hotline.protect('hotline.mission_submission');
select hotline.protect('hotline.mission_review');
select hotline.protect('hotline.mission_praise');

select hotline.open_to_staff('hotline.training_project', 'select');
select hotline.open_to_staff('hotline.training_project_member', 'select');
select hotline.open_to_staff('hotline.mission_step', 'select, update');
select hotline.open_to_staff('hotline.mission_file', 'select');
select hotline.open_to_staff('hotline.mission_submission', 'select');
select hotline.open_to_staff('hotline.mission_review', 'select, insert');
select hotline.open_to_staff('hotline.mission_praise', 'select, insert');

-- A contact sees their own company's projects; of what was shown only their own and the team's.
grant select on hotline.training_project, hotline.training_project_member, hotline.mission_step, hotline.mission_praise,
  hotline.mission_submission, hotline.mission_review to hotline_contact;
create policy own_company on hotline.training_project for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));
create policy own_company on hotline.training_project_member for select to hotline_contact
  using (project_id in (select id from hotline.training_project));
create policy own_company on hotline.mission_step for select to hotline_contact
  using (project_id in (select id from hotline.training_project));
create policy own_company on hotline.mission_praise for select to hotline_contact
  using (mission_step_id in (select id from hotline.mission_step));

-- What the acting contact shows themselves or with the team.
create function hotline.my_mission_steps() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select step.id from hotline.training_project_member me
  join hotline.training_project project on project.id = me.project_id
  join hotline.mission_step step on step.project_id = me.project_id and (step.member_id is null or step.member_id = me.id)
  where me.person_id = nullif(current_setting('hotline.person', true), '')::uuid and me.left_at is null
    and project.company_id = nullif(current_setting('hotline.company', true), '')::uuid $$;
revoke all on function hotline.my_mission_steps() from public;
grant execute on function hotline.my_mission_steps() to hotline_contact;

create policy own_or_team on hotline.mission_submission for select to hotline_contact
  using (mission_step_id in (select hotline.my_mission_steps()));
create policy own_or_team on hotline.mission_review for select to hotline_contact
  using (submission_id in (select id from hotline.mission_submission));
grant select on hotline.mission_file to hotline_contact;
create policy own_or_team on hotline.mission_file for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid)
      and uploaded_by = (select nullif(current_setting('hotline.person', true), '')::uuid)
    or id in (select file_id from hotline.mission_submission));

-- What a company practises its owner reads as well, who may not have been there.
create function hotline.practised_by_us() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select course_version_id from hotline.training_project
  where company_id = nullif(current_setting('hotline.company', true), '')::uuid $$;
revoke all on function hotline.practised_by_us() from public;
grant execute on function hotline.practised_by_us() to hotline_contact;
create policy practised on hotline.course_text for select to hotline_contact
  using (subject in ('COURSE', 'MISSION', 'STEP') and course_version_id in (select hotline.practised_by_us()));
create policy practised on hotline.course_mission for select to hotline_contact
  using (course_version_id in (select hotline.practised_by_us()));
create policy practised on hotline.course_mission_step for select to hotline_contact
  using (course_version_id in (select hotline.practised_by_us()));

create function hotline.submission_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if hotline.words_erased((select person_id from hotline.training_project_member where id = new.member_id)) then
    new.words := case when new.words is not null then hotline.removed() end;
    new.url := null;
  end if;
  return new;
end $$;
create trigger of_erased before insert on hotline.mission_submission
  for each row execute function hotline.submission_of_erased();
create trigger of_erased before insert on hotline.mission_file
  for each row execute function hotline.file_of_erased();

-- Whoever reviews writes words as well.
create function hotline.review_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.comment is not null and hotline.words_erased(new.reviewer_id) then new.comment := hotline.removed(); end if;
  return new;
end $$;
create trigger of_erased before insert on hotline.mission_review
  for each row execute function hotline.review_of_erased();

create function hotline.praise_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if hotline.words_erased((select reviewer_id from hotline.mission_review where id = new.review_id)) then
    new.words := hotline.removed();
  end if;
  return new;
end $$;
create trigger of_erased before insert on hotline.mission_praise
  for each row execute function hotline.praise_of_erased();
