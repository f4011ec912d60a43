-- Up Migration
-- One space per company and its members on both sides.

create table hotline.space (
  id uuid primary key,
  company_id uuid not null unique references hotline.company,
  opened_at timestamptz not null,
  opened_by uuid references hotline.person,
  reason text
);

create table hotline.space_member (
  space_id uuid not null references hotline.space on delete cascade,
  person_id uuid not null references hotline.person,
  side text not null check (side in ('CONTACT', 'STAFF')),
  role text not null check (role in ('OWNER', 'MEMBER', 'READER')),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (space_id, person_id, side)
);
create index space_member_person on hotline.space_member (person_id) where left_at is null;

select hotline.protect('hotline.space');
select hotline.protect('hotline.space_member');
select hotline.open_to_staff('hotline.space', 'select, insert');
select hotline.open_to_staff('hotline.space_member', 'select, insert, update');

-- Why a space was opened is said among staff only.
grant select (id, company_id, opened_at) on hotline.space to hotline_contact;
create policy own_space on hotline.space for select to hotline_contact
  using (id = (select nullif(current_setting('hotline.space', true), '')::uuid));
-- Roles in a space are changed by checked commands under the system role; the contacts' role only reads them.
grant select on hotline.space_member to hotline_contact;
create policy own_space on hotline.space_member for select to hotline_contact
  using (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
