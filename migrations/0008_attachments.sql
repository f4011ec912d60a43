-- Up Migration
-- Files that people attach. An upload is its uploader's alone until it is said with something; then its row is copied,
-- under the same id, to the messages' attachments (both sides) or to the notes' (staff alone), so that what hangs on a
-- note never stands where another contact could read it. The bytes lie outside, under the id.

create table hotline.upload (
  id uuid primary key,
  space_id uuid not null references hotline.space,
  uploaded_by uuid not null references hotline.person,
  side text not null check (side in ('CONTACT', 'STAFF')),
  name text not null,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  sha256 text not null,
  created_at timestamptz not null,
  said_at timestamptz
);
create index upload_space on hotline.upload (space_id) where said_at is null;
create index upload_person on hotline.upload (uploaded_by);
create index upload_created_at on hotline.upload (created_at);

create table hotline.attachment (
  id uuid primary key,
  space_id uuid not null references hotline.space,
  uploaded_by uuid not null references hotline.person,
  message_id uuid not null references hotline.message,
  position int not null,
  name text not null,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  sha256 text not null,
  created_at timestamptz not null
);
create index attachment_message on hotline.attachment (message_id, position);
create index attachment_space on hotline.attachment (space_id) include (bytes);

create table hotline.note_attachment (
  id uuid primary key,
  space_id uuid not null references hotline.space,
  uploaded_by uuid not null references hotline.person,
  note_id uuid not null references hotline.note,
  position int not null,
  name text not null,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  sha256 text not null,
  created_at timestamptz not null
);
create index note_attachment_note on hotline.note_attachment (note_id, position);
create index note_attachment_space on hotline.note_attachment (space_id) include (bytes);

select hotline.protect('hotline.upload');
select hotline.protect('hotline.attachment');
select hotline.protect('hotline.note_attachment');

-- Uploads are written by a checked command under the system role, which alone may add up what a company uses.
grant select, update (said_at) on hotline.upload to hotline_contact, hotline_staff;
create policy staff_own_rows on hotline.upload to hotline_staff
  using (uploaded_by = (select nullif(current_setting('hotline.person', true), '')::uuid));
create policy contact_own_rows on hotline.upload to hotline_contact
  using (uploaded_by = (select nullif(current_setting('hotline.person', true), '')::uuid)
    and space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));

select hotline.open_to_staff('hotline.attachment', 'select, insert');
select hotline.open_to_staff('hotline.note_attachment', 'select, insert');

grant select, insert on hotline.attachment to hotline_contact;
create policy own_space on hotline.attachment to hotline_contact
  using (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid))
  with check (space_id = (select nullif(current_setting('hotline.space', true), '')::uuid));
