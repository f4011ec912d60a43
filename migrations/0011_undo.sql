-- Up Migration
-- What one command of the desk changed in each thread, so that it can be taken back exactly for some minutes.
create table hotline.desk_change (
  change_id uuid not null,
  thread_id uuid not null references hotline.thread,
  person_id uuid not null references hotline.person,
  at timestamptz not null,
  before json not null,
  after json not null,
  primary key (change_id, thread_id)
);
create index desk_change_at on hotline.desk_change (at);
select hotline.protect('hotline.desk_change');

-- Everybody takes back their own.
grant select, insert, delete on hotline.desk_change to hotline_staff;
create policy staff_own_rows on hotline.desk_change to hotline_staff
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid))
  with check (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid));
