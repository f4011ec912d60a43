-- Up Migration
-- Trouble: a thread that a participant opened because they were stuck on a step of a mission.
-- It follows the thread into another space, and the step into another company, by pointing at both.

create table hotline.mission_trouble (
  thread_id uuid primary key references hotline.thread,
  mission_step_id uuid not null references hotline.mission_step on delete cascade
);
create index mission_trouble_step on hotline.mission_trouble (mission_step_id);

select hotline.protect('hotline.mission_trouble');
select hotline.open_to_staff('hotline.mission_trouble', 'select');

-- A contact sees what stands in their space about steps of their company, and opens it on a step of their own.
grant select, insert on hotline.mission_trouble to hotline_contact;
create policy own_space on hotline.mission_trouble for select to hotline_contact
  using (exists (select 1 from hotline.thread where thread.id = thread_id)
    and exists (select 1 from hotline.mission_step where mission_step.id = mission_step_id));
create policy own_step on hotline.mission_trouble for insert to hotline_contact
  with check (exists (select 1 from hotline.thread where thread.id = thread_id
      and thread.opened_by = (select nullif(current_setting('hotline.person', true), '')::uuid))
    and mission_step_id in (select hotline.my_mission_steps()));

-- New content: a published version of a course that the team announced to companies, to each of them once.
create table hotline.course_announcement (
  course_version_id uuid not null references hotline.course_version,
  -- Follows a merge.
  company_id uuid not null references hotline.company,
  announced_by uuid not null references hotline.person,
  announced_at timestamptz not null,
  -- When its contacts were told.
  told_at timestamptz,
  primary key (course_version_id, company_id)
);
create index course_announcement_company on hotline.course_announcement (company_id, announced_at desc);
create index course_announcement_waiting on hotline.course_announcement (course_version_id, company_id) where told_at is null;

select hotline.protect('hotline.course_announcement');
select hotline.open_to_staff('hotline.course_announcement', 'select, insert');

-- What was announced to the acting contact's company: its words and materials are theirs to read, its missions are not.
create function hotline.announced_to_us() returns table (course_version_id uuid, announced_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select announcement.course_version_id, announcement.announced_at from hotline.course_announcement announcement
  where announcement.company_id = nullif(current_setting('hotline.company', true), '')::uuid $$;
revoke all on function hotline.announced_to_us() from public;
grant execute on function hotline.announced_to_us() to hotline_contact;

create policy announced on hotline.course_version for select to hotline_contact
  using (id in (select course_version_id from hotline.announced_to_us()));
create policy announced on hotline.course_text for select to hotline_contact
  using (subject in ('COURSE', 'MATERIAL') and course_version_id in (select course_version_id from hotline.announced_to_us()));
create policy announced on hotline.course_material for select to hotline_contact
  using (course_version_id in (select course_version_id from hotline.announced_to_us()));
