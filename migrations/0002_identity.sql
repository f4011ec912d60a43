-- Up Migration
-- Companies, people, who is a contact of which company, sign-in, audit.

create table hotline.company (
  id uuid primary key,
  handle text not null unique check (handle ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null,
  name_search text not null,
  employees int not null check (employees >= 0),
  tier text not null default 'STANDARD' check (tier in ('STANDARD', 'PREMIUM', 'VIP')),
  created_at timestamptz not null,
  version int not null default 1
);
create index company_name_search on hotline.company (name_search text_pattern_ops);
create index company_name on hotline.company (name, id);

create table hotline.company_domain (
  domain text primary key check (domain = lower(domain)),
  company_id uuid not null references hotline.company on delete cascade
);
create index company_domain_company on hotline.company_domain (company_id);

create table hotline.person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  name_search text not null,
  title text,
  locale text not null default 'ko' check (locale in ('ko', 'en')),
  staff_role text check (staff_role in ('AGENT', 'LEAD', 'PLANNER', 'ADMIN')),
  deactivated_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1
);
create index person_name_search on hotline.person (name_search text_pattern_ops);
create index person_staff on hotline.person (name, id) where staff_role is not null;

create table hotline.company_contact (
  company_id uuid not null references hotline.company on delete cascade,
  person_id uuid not null references hotline.person on delete cascade,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (company_id, person_id)
);
create index company_contact_person on hotline.company_contact (person_id);

create table hotline.credential (
  person_id uuid primary key references hotline.person on delete cascade,
  password_hash text not null,
  changed_at timestamptz not null
);

create table hotline.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references hotline.person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text
);
create index session_person on hotline.session (person_id) where ended_at is null;

create table hotline.mail_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('SIGN_IN', 'INVITATION', 'PASSWORD', 'FIRST_ADMIN')),
  person_id uuid references hotline.person on delete cascade,
  -- What an invitation will make of its reader; nothing is made before it is accepted.
  email text,
  name text,
  company_id uuid references hotline.company on delete cascade,
  as_role text,
  invited_by uuid references hotline.person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_link_company on hotline.mail_link (company_id) where purpose = 'INVITATION' and used_at is null;
create index mail_link_person on hotline.mail_link (person_id);

-- Failed log-ins, by a digest of the address typed and of where it came from; kept for an hour.
create table hotline.sign_in_failure (
  id bigint generated always as identity primary key,
  subject text not null,
  at timestamptz not null
);
create index sign_in_failure_subject on hotline.sign_in_failure (subject, at);

create table hotline.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  detail jsonb not null default '{}'
);
create index audit_at on hotline.audit (at desc);

select hotline.protect('hotline.company');
select hotline.protect('hotline.company_domain');
select hotline.protect('hotline.person');
select hotline.protect('hotline.company_contact');
select hotline.protect('hotline.credential');
select hotline.protect('hotline.session');
select hotline.protect('hotline.mail_link');
select hotline.protect('hotline.sign_in_failure');
select hotline.protect('hotline.audit');
grant usage on all sequences in schema hotline to hotline_system;

select hotline.open_to_staff('hotline.company', 'select');
select hotline.open_to_staff('hotline.company_domain', 'select');
select hotline.open_to_staff('hotline.person', 'select');
select hotline.open_to_staff('hotline.company_contact', 'select');

-- A contact sees the one company they act for, their colleagues there (also those who left, whose
-- words stay), and the staff. Size and tier are the provider's knowledge, not the client's.
grant select (id, handle, name) on hotline.company to hotline_contact;
create policy own_company on hotline.company for select to hotline_contact
  using (id = (select nullif(current_setting('hotline.company', true), '')::uuid));
grant select on hotline.company_contact to hotline_contact;
create policy own_company on hotline.company_contact for select to hotline_contact
  using (company_id = (select nullif(current_setting('hotline.company', true), '')::uuid));
grant select (id, email, name, title, locale, staff_role, deactivated_at) on hotline.person to hotline_contact;
create policy colleagues_and_staff on hotline.person for select to hotline_contact
  using (staff_role is not null
    or id in (select person_id from hotline.company_contact
              where company_id = (select nullif(current_setting('hotline.company', true), '')::uuid)));

-- Who may be logged in with one click while the demonstration is loaded.
create table hotline.demo_login (
  person_id uuid primary key references hotline.person on delete cascade,
  company_id uuid references hotline.company on delete cascade,
  position int not null
);
select hotline.protect('hotline.demo_login');
