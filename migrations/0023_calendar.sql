-- Up Migration
-- Business time: working hours by the week, public holidays, own days, and which company has which calendar.

create table hotline.calendar (
  id uuid primary key,
  name text not null unique,
  -- Holds for every company that has none of its own.
  is_default boolean not null default false,
  holidays text not null check (holidays in ('KR', 'NONE')),
  changed_at timestamptz not null,
  version int not null default 1
);
create unique index calendar_default on hotline.calendar (is_default) where is_default;

-- Hours are minutes after midnight in the installation's zone; a multirange cannot overlap itself.
create table hotline.calendar_week (
  calendar_id uuid not null references hotline.calendar on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  hours int4multirange not null check (not isempty(hours) and hours <@ '{[0,1440)}'::int4multirange),
  primary key (calendar_id, weekday)
);

-- Own days come before the week and before public holidays; without hours they are closed.
create table hotline.calendar_exception (
  calendar_id uuid not null references hotline.calendar on delete cascade,
  day date not null,
  name text not null,
  hours int4multirange not null default '{}' check (hours <@ '{[0,1440)}'::int4multirange),
  primary key (calendar_id, day)
);

create table hotline.company_calendar (
  company_id uuid primary key references hotline.company,
  calendar_id uuid not null references hotline.calendar
);
create index company_calendar_calendar on hotline.company_calendar (calendar_id);

select hotline.protect('hotline.calendar');
select hotline.protect('hotline.calendar_week');
select hotline.protect('hotline.calendar_exception');
select hotline.protect('hotline.company_calendar');
-- Changing is a checked command under the system role, which writes the trail as well.
select hotline.open_to_staff('hotline.calendar', 'select');
select hotline.open_to_staff('hotline.calendar_week', 'select');
select hotline.open_to_staff('hotline.calendar_exception', 'select');
select hotline.open_to_staff('hotline.company_calendar', 'select');

-- The one calendar that holds for the company a contact acts for.
create function hotline.acting_calendar() returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select calendar.id
  from (select nullif(current_setting('hotline.company', true), '')::uuid as id) company
  left join hotline.company_calendar chosen on chosen.company_id = company.id
  join hotline.calendar calendar on calendar.id = chosen.calendar_id
    or (chosen.calendar_id is null and calendar.is_default)
  where company.id is not null
$$;
revoke all on function hotline.acting_calendar() from public;
grant execute on function hotline.acting_calendar() to hotline_contact;

-- What a calendar is called is said among staff only.
grant select (id, is_default, holidays) on hotline.calendar to hotline_contact;
create policy holds_for_us on hotline.calendar for select to hotline_contact
  using (id = (select hotline.acting_calendar()));
grant select on hotline.calendar_week, hotline.calendar_exception to hotline_contact;
create policy holds_for_us on hotline.calendar_week for select to hotline_contact
  using (calendar_id = (select hotline.acting_calendar()));
create policy holds_for_us on hotline.calendar_exception for select to hotline_contact
  using (calendar_id = (select hotline.acting_calendar()));
grant select on hotline.company_calendar to hotline_contact;
create policy own_company on hotline.company_calendar for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));

insert into hotline.calendar (id, name, is_default, holidays, changed_at)
  values (gen_random_uuid(), '기본 업무 시간', true, 'KR', '2026-01-01');
insert into hotline.calendar_week (calendar_id, weekday, hours)
  select id, weekday, '{[540,1080)}' from hotline.calendar, generate_series(1, 5) weekday;
