-- Up Migration
-- An import as administrators see it: its file, what its columns mean, how far it is, what was wrong in it, what it
-- brought – so that exactly this can be taken back. For administrators alone.

create function hotline.acting_admin() returns boolean language sql stable as $$
  select exists (select 1 from hotline.person
    where id = (select nullif(current_setting('hotline.person', true), '')::uuid)
      and staff_role = 'ADMIN' and deactivated_at is null)
$$;

create table hotline.imports (
  id uuid primary key,
  name text not null,
  -- The system the rows come from; the key of a row is (source, external id).
  source text not null,
  state text not null check (state in
    ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED', 'UNDOING', 'UNDONE')),
  encoding text not null check (encoding in ('UTF-8', 'EUC-KR', 'UTF-16')),
  delimiter text not null check (length(delimiter) = 1),
  bytes int not null,
  rows int not null,
  columns json not null,
  mapping json not null,
  -- Rows (undoing: threads) of the step that runs now which are behind it.
  done int not null default 0,
  -- What the dry run counted, and what came in so far.
  figures json,
  brought json not null default '{"threads":0,"companies":0,"people":0,"already":0,"changed":0,"wrong":0}',
  asked_to_stop boolean not null default false,
  failure text,
  created_by uuid references hotline.person,
  created_at timestamptz not null,
  checked_at timestamptz,
  started_by uuid references hotline.person,
  started_at timestamptz,
  finished_at timestamptz,
  undone_by uuid references hotline.person,
  undone_at timestamptz,
  -- When it last got on: what stands still for minutes is begun again.
  moved_at timestamptz not null
);
create index imports_created_at on hotline.imports (created_at desc, id desc);
create index imports_busy on hotline.imports (moved_at) where state in ('CHECKING', 'RUNNING', 'UNDOING');

-- What was wrong, by line and column; of the last check or run.
create table hotline.import_problem (
  import_id uuid not null references hotline.imports on delete cascade,
  line int not null,
  -- Empty: the row as a whole.
  field text not null,
  column_name text not null,
  value text not null,
  reason text not null,
  detail text not null,
  primary key (import_id, line, field)
);

-- What an import made: COMPANY, PERSON, SPACE by id; CONTACT: company (id) and person (other_id).
create table hotline.import_made (
  import_id uuid not null references hotline.imports on delete cascade,
  kind text not null check (kind in ('COMPANY', 'PERSON', 'SPACE', 'CONTACT')),
  id uuid not null,
  other_id uuid not null,
  primary key (import_id, kind, id, other_id)
);

-- What stayed when an import was undone, since people have worked on it.
create table hotline.import_kept (
  import_id uuid not null references hotline.imports on delete cascade,
  kind text not null check (kind in ('THREAD', 'COMPANY', 'PERSON')),
  id uuid not null,
  name text not null,
  why text not null,
  primary key (import_id, kind, id)
);

-- Rows brought before stay as they are: they belong to no import that could be undone.
alter table hotline.import_row add column import_id uuid references hotline.imports;
create index import_row_import on hotline.import_row (import_id) where import_id is not null;

select hotline.protect('hotline.imports');
select hotline.protect('hotline.import_problem');
select hotline.protect('hotline.import_made');
select hotline.protect('hotline.import_kept');
grant select on hotline.imports, hotline.import_problem, hotline.import_kept to hotline_staff;
create policy admins_read on hotline.imports for select to hotline_staff using ((select hotline.acting_admin()));
create policy admins_read on hotline.import_problem for select to hotline_staff using ((select hotline.acting_admin()));
create policy admins_read on hotline.import_kept for select to hotline_staff using ((select hotline.acting_admin()));
