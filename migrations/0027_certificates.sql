-- Up Migration
-- Certificates: who has finished a training, as it was said then; and the wall on which a company shows them.

create table hotline.certificate (
  id uuid primary key,
  -- Drawn, not counted up: nobody learns from theirs how many others there are.
  number text not null unique check (number ~ '^[0-9]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  -- 128 random bits: whoever has them may ask whether it is true. Gone when its person is erased.
  token text unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
  -- One for whoever took part in a session, whatever is passed, merged or reviewed afterwards.
  participant_id uuid not null unique references hotline.training_participant,
  person_id uuid not null references hotline.person,
  company_id uuid not null references hotline.company,
  -- As they were on that day.
  person_name text not null,
  company_name text not null,
  stage text not null check (stage in ('BASIC', 'ADVANCED', 'CULTURE', 'ADMINISTRATOR')),
  title_ko text,
  title_en text,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references hotline.person,
  withdrawn_reason text check (withdrawn_reason <> ''),
  constraint certificate_has_a_title check (title_ko is not null or title_en is not null),
  constraint certificate_withdrawn check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index certificate_person on hotline.certificate (person_id);
create index certificate_company on hotline.certificate (company_id, issued_at desc, id desc);

-- A row where a company's owner has opened the wall.
create table hotline.honour_wall (
  company_id uuid primary key references hotline.company,
  opened_by uuid not null references hotline.person,
  opened_at timestamptz not null
);

-- Who wants to stand on no wall.
create table hotline.honour_absence (
  person_id uuid primary key references hotline.person,
  since timestamptz not null
);

select hotline.protect('hotline.certificate');
select hotline.protect('hotline.honour_wall');
select hotline.protect('hotline.honour_absence');
select hotline.open_to_staff('hotline.certificate', 'select, update');
select hotline.open_to_staff('hotline.honour_wall', 'select');
select hotline.open_to_staff('hotline.honour_absence', 'select');

-- Of the acting contact's company: their own, and to whoever owns its space all of them.
create function hotline.my_certificates() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select certificate.id from hotline.certificate certificate
  where certificate.company_id = nullif(current_setting('hotline.company', true), '')::uuid
    and (certificate.person_id = nullif(current_setting('hotline.person', true), '')::uuid or exists (
      select 1 from hotline.space_member member join hotline.space space on space.id = member.space_id
      where space.company_id = certificate.company_id and member.side = 'CONTACT' and member.role = 'OWNER'
        and member.left_at is null and member.person_id = nullif(current_setting('hotline.person', true), '')::uuid)) $$;
revoke all on function hotline.my_certificates() from public;
grant execute on function hotline.my_certificates() to hotline_contact;

grant select (id, number, token, participant_id, person_id, company_id, person_name, company_name, stage, title_ko, title_en,
  issued_at, withdrawn_at, withdrawn_reason) on hotline.certificate to hotline_contact;
create policy own_or_owned on hotline.certificate for select to hotline_contact
  using (id in (select hotline.my_certificates()));

grant select (company_id, opened_at) on hotline.honour_wall to hotline_contact;
create policy own_company on hotline.honour_wall for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));
grant select on hotline.honour_absence to hotline_contact;
create policy own_row on hotline.honour_absence for select to hotline_contact
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid));

-- Each course once for each of its people: who is still there, and does not keep away.
create function hotline.walls_of(companies uuid[]) returns table (company_id uuid, course_id uuid, person_id uuid,
    session_id uuid, stage text, title_ko text, title_en text, issued_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct on (certificate.company_id, version.course_id, certificate.person_id) certificate.company_id,
    version.course_id, certificate.person_id, session.id, certificate.stage, certificate.title_ko, certificate.title_en,
    certificate.issued_at
  from hotline.honour_wall wall
  join hotline.certificate certificate on certificate.company_id = wall.company_id and certificate.withdrawn_at is null
  join hotline.training_participant participant on participant.id = certificate.participant_id
  join hotline.training_session session on session.id = participant.session_id
  join hotline.course_version version on version.id = session.course_version_id
  join hotline.person person on person.id = certificate.person_id and person.deactivated_at is null
  join hotline.company_contact contact on contact.person_id = certificate.person_id
    and contact.company_id = certificate.company_id and contact.left_at is null
  where wall.company_id = any(companies)
    and not exists (select 1 from hotline.honour_absence absence where absence.person_id = certificate.person_id)
  order by certificate.company_id, version.course_id, certificate.person_id, certificate.issued_at $$;
revoke all on function hotline.walls_of(uuid[]) from public;
grant execute on function hotline.walls_of(uuid[]) to hotline_staff, hotline_system;

-- What a contact reads of it without any right to a colleague's certificate.
create function hotline.our_wall() returns table (company_id uuid, course_id uuid, person_id uuid,
    session_id uuid, stage text, title_ko text, title_en text, issued_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select * from hotline.walls_of(array[nullif(current_setting('hotline.company', true), '')::uuid]) $$;
revoke all on function hotline.our_wall() from public;
grant execute on function hotline.our_wall() to hotline_contact;

-- Waits for an erasure that is going on, as all that writes of people does.
create function hotline.certificate_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from hotline.person where id = new.person_id for key share;
  if exists (select 1 from hotline.erasure where person_id = new.person_id) then
    new.person_name := hotline.removed();
    new.token := null;
  end if;
  return new;
end $$;
create trigger of_erased before insert on hotline.certificate
  for each row execute function hotline.certificate_of_erased();

-- When somebody said a wrong code of a session: six digits are guessed in a while, unless nobody may try for ever.
create table hotline.training_wrong_code (
  id bigint generated always as identity primary key,
  session_id uuid not null references hotline.training_session on delete cascade,
  person_id uuid not null references hotline.person,
  at timestamptz not null
);
create index training_wrong_code_person on hotline.training_wrong_code (person_id, session_id, at);
create index training_wrong_code_at on hotline.training_wrong_code (at);
select hotline.protect('hotline.training_wrong_code');
