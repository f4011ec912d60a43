-- Up Migration
-- What came in from other systems, by (source, external id), so that the same file can be brought twice.

create table hotline.import_row (
  source text not null,
  external_id text not null,
  row_hash text not null,
  thread_id uuid not null references hotline.thread,
  imported_at timestamptz not null,
  primary key (source, external_id)
);
create index import_row_thread on hotline.import_row (thread_id);
select hotline.protect('hotline.import_row');
