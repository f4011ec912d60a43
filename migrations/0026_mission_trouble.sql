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
