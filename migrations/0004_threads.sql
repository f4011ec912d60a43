-- Up Migration
-- Threads and messages (both sides), and what staff alone keep beside them: notes, desk, tags, history.
-- What staff alone may know stands in tables that the contacts' role has no right to, not in columns
-- that every query would have to leave out.

create sequence hotline.thread_number start 1001;

create table hotline.thread (
  id uuid primary key,
  number bigint not null unique default nextval('hotline.thread_number'),
  space_id uuid not null references hotline.space,
  opened_by uuid not null references hotline.person,
  opened_side text not null check (opened_side in ('CONTACT', 'STAFF')),
  title text,
  first_line text not null,
  state text not null check (state in ('OPEN', 'WAITING_FOR_CLIENT', 'RESOLVED', 'CLOSED')),
  channel text not null check (channel in
    ('HOTLINE', 'CHAT', 'EMAIL', 'PHONE', 'KAKAO', 'CHANNEL_TALK', 'COMMUNITY', 'TRAINING', 'API')),
  assignee_id uuid references hotline.person,
  follows_id uuid references hotline.thread,
  imported boolean not null default false,
  created_at timestamptz not null,
  last_message_at timestamptz not null,
  last_seq int not null,
  unanswered_since timestamptz,
  first_response_at timestamptz,
  resolved_at timestamptz,
  resolved_count int not null default 0,
  version int not null default 1
);
create index thread_space on hotline.thread (space_id, last_message_at desc, id desc);
create index thread_recent on hotline.thread (last_message_at desc, id desc);
create index thread_open on hotline.thread (state, last_message_at desc, id desc) where state <> 'CLOSED';
create index thread_assignee on hotline.thread (assignee_id, last_message_at desc, id desc) where state <> 'CLOSED';
create index thread_follows on hotline.thread (follows_id) where follows_id is not null;
create index thread_resolved on hotline.thread (resolved_at) where state = 'RESOLVED';

create table hotline.message (
  id uuid primary key,
  thread_id uuid not null references hotline.thread,
  space_id uuid not null references hotline.space,
  seq int not null,
  author_id uuid not null references hotline.person,
  side text not null check (side in ('CONTACT', 'STAFF')),
  body text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  version int not null default 1,
  unique (thread_id, seq)
);

create table hotline.message_revision (
  message_id uuid not null references hotline.message,
  space_id uuid not null references hotline.space,
  version int not null,
  body text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null references hotline.person,
  primary key (message_id, version)
);

-- State and assignee over time: what both sides may know of a thread's course.
create table hotline.thread_change (
  id uuid primary key,
  thread_id uuid not null references hotline.thread,
  space_id uuid not null references hotline.space,
  at timestamptz not null,
  actor_id uuid references hotline.person,
  kind text not null check (kind in ('STATE', 'ASSIGNEE')),
  from_value text,
  to_value text
);
create index thread_change_thread on hotline.thread_change (thread_id, at);

create table hotline.thread_read (
  thread_id uuid not null references hotline.thread,
  space_id uuid not null references hotline.space,
  person_id uuid not null references hotline.person,
  seq int not null,
  read_at timestamptz not null,
  primary key (thread_id, person_id)
);

create table hotline.note (
  id uuid primary key,
  thread_id uuid not null references hotline.thread,
  space_id uuid not null references hotline.space,
  author_id uuid not null references hotline.person,
  body text not null,
  open_to_planners boolean not null default false,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  version int not null default 1
);
create index note_thread on hotline.note (thread_id, created_at);

create table hotline.note_revision (
  note_id uuid not null references hotline.note,
  version int not null,
  body text not null,
  replaced_at timestamptz not null,
  replaced_by uuid not null references hotline.person,
  primary key (note_id, version)
);

-- The staff's side of a thread; a thread without a row has normal priority.
create table hotline.thread_desk (
  thread_id uuid primary key references hotline.thread,
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  last_note_at timestamptz
);

create table hotline.tag (
  id uuid primary key,
  name text not null unique
);

create table hotline.thread_tag (
  thread_id uuid not null references hotline.thread,
  tag_id uuid not null references hotline.tag on delete cascade,
  primary key (thread_id, tag_id)
);
create index thread_tag_tag on hotline.thread_tag (tag_id);

select hotline.protect('hotline.thread');
select hotline.protect('hotline.message');
select hotline.protect('hotline.message_revision');
select hotline.protect('hotline.thread_change');
select hotline.protect('hotline.thread_read');
select hotline.protect('hotline.note');
select hotline.protect('hotline.note_revision');
select hotline.protect('hotline.thread_desk');
select hotline.protect('hotline.tag');
select hotline.protect('hotline.thread_tag');
grant usage on sequence hotline.thread_number to hotline_contact, hotline_staff, hotline_system;

select hotline.open_to_staff('hotline.thread', 'select, insert, update');
select hotline.open_to_staff('hotline.message', 'select, insert, update');
select hotline.open_to_staff('hotline.message_revision', 'select, insert');
select hotline.open_to_staff('hotline.thread_change', 'select, insert');
select hotline.open_to_staff('hotline.note', 'select, insert, update');
select hotline.open_to_staff('hotline.note_revision', 'select, insert');
select hotline.open_to_staff('hotline.thread_desk', 'select, insert, update');
select hotline.open_to_staff('hotline.tag', 'select, insert, update, delete');
select hotline.open_to_staff('hotline.thread_tag', 'select, insert, delete');

grant select, insert, update on hotline.thread_read to hotline_contact, hotline_staff;
create policy staff_own_rows on hotline.thread_read to hotline_staff
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid))
  with check (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid));
create policy contact_own_rows on hotline.thread_read to hotline_contact
  using (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid)
    and space_id = (select nullif(current_setting('hotline.space', true), '')::uuid))
  with check (person_id = (select nullif(current_setting('hotline.person', true), '')::uuid)
    and space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));

grant select, insert on hotline.thread to hotline_contact;
grant update (title, first_line, state, last_message_at, last_seq, unanswered_since, resolved_at, resolved_count, version)
  on hotline.thread to hotline_contact;
create policy own_space on hotline.thread to hotline_contact
  using (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid))
  with check (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
grant select, insert on hotline.message to hotline_contact;
grant update (body, edited_at, deleted_at, version) on hotline.message to hotline_contact;
create policy own_space on hotline.message to hotline_contact
  using (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid))
  with check (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
-- A contact's edit leaves its history, which only staff read.
grant insert on hotline.message_revision to hotline_contact;
create policy own_space on hotline.message_revision for insert to hotline_contact
  with check (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
grant select, insert on hotline.thread_change to hotline_contact;
create policy own_space on hotline.thread_change to hotline_contact
  using (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid))
  with check (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
