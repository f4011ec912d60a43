-- Up Migration
-- The ground: roles' rights, the installation's own facts, the job door, mail, idempotency.
-- The three roles are made before this file runs (src/platform/database/roles.ts).

grant usage on schema hotline to hotline_contact, hotline_staff, hotline_system;

-- Puts the last wall under a table. The owner keeps a policy of its own, so that SECURITY DEFINER
-- functions work when the owner is no superuser; the system role (jobs, sign-in) sees all rows.
create function hotline.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to current_user using (true) with check (true)', target);
  execute format('create policy system_all on %s to hotline_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to hotline_system', target);
end $$;

-- Staff see every row; what one colleague may do and another may not is the policy files' business.
create function hotline.open_to_staff(target regclass, rights text) returns void language plpgsql as $$
begin
  execute format('create policy staff_all on %s to hotline_staff using (true) with check (true)', target);
  execute format('grant %s on %s to hotline_staff', rights, target);
end $$;

-- One row: facts that belong to the installation and not to a process.
create table hotline.installation (
  id boolean primary key default true check (id),
  zone text not null,
  provider_name text not null,
  cursor_key text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);
select hotline.protect('hotline.installation');
select hotline.open_to_staff('hotline.installation', 'select');
grant select (id, zone, provider_name, demo) on hotline.installation to hotline_contact;
create policy contact_read on hotline.installation for select to hotline_contact using (true);

-- The week that a moment belongs to: its Monday in the installation's zone.
create function hotline.week_of(moment timestamptz, zone text) returns date
  language sql immutable parallel safe
  as $$ select date_trunc('week', moment at time zone zone)::date $$;

-- The only door to the job queue; the queue's own tables stay closed to contacts and staff.
create function hotline.enqueue(task text, payload json, job_key text, run_at timestamptz, attempts int)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload, job_key => job_key, run_at => run_at, max_attempts => attempts);
end $$;
revoke all on function hotline.enqueue(text, json, text, timestamptz, int) from public;
grant execute on function hotline.enqueue(text, json, text, timestamptz, int)
  to hotline_contact, hotline_staff, hotline_system;

-- One row for each command that a client may send twice.
create table hotline.idempotency (
  person_id uuid not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  result_id uuid not null,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_created_at on hotline.idempotency (created_at);
select hotline.protect('hotline.idempotency');
grant select, insert on hotline.idempotency to hotline_contact, hotline_staff;
create policy own_rows on hotline.idempotency to hotline_contact, hotline_staff
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid))
  with check (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid));

-- Mail that waits, was sent, or failed. Bodies hold one-time links: only the system role reads them.
create table hotline.mail (
  id uuid primary key,
  person_id uuid,
  to_email text not null,
  locale text not null check (locale in ('ko', 'en')),
  kind text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text
);
create index mail_created_at on hotline.mail (created_at desc);
select hotline.protect('hotline.mail');
