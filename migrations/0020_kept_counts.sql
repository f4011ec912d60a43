-- Up Migration
-- What the inbox counts is kept: how many threads stand where, and how many of them each person has read to the end.
-- As with the weekly figures, triggers only append what changed and a count is the roll-up plus what is not folded yet.
-- Jobs of one command start in one call.

-- `at` is the moment by the database's clock, which is the queue's; jobs say how long they wait from there.
create function hotline.enqueue_all(jobs json, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_jobs(array(
    select row(job.task, job.payload, null, at + job.wait_ms * interval '1 millisecond',
               job.attempts::smallint, job.key, null, null)::graphile_worker.job_spec
    from json_to_recordset(jobs) as job(task text, payload json, key text, wait_ms float8, attempts int)));
end $$;
revoke all on function hotline.enqueue_all(json, timestamptz) from public;
grant execute on function hotline.enqueue_all(json, timestamptz) to hotline_contact, hotline_staff, hotline_system;

create function hotline.nobody() returns uuid language sql immutable parallel safe
  as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

-- Threads that are not closed, by what the queues ask for.
create table hotline.thread_count (
  state text not null,
  assignee_id uuid not null,
  opened_side text not null,
  n bigint not null,
  primary key (state, assignee_id, opened_side)
);
create table hotline.thread_count_delta (
  id bigint generated always as identity primary key,
  state text not null,
  assignee_id uuid not null,
  opened_side text not null,
  n bigint not null
);

-- Threads that are not closed and of which a person has read the newest message: all others are unread.
create table hotline.thread_caught_up (
  person_id uuid not null,
  opened_side text not null,
  n bigint not null,
  primary key (person_id, opened_side)
);
create table hotline.thread_caught_up_delta (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  opened_side text not null,
  n bigint not null
);
create index thread_caught_up_delta_person on hotline.thread_caught_up_delta (person_id);

create function hotline.thread_inserted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.thread_count_delta (state, assignee_id, opened_side, n)
  select state, coalesce(assignee_id, hotline.nobody()), opened_side, count(*)
  from new_rows where state <> 'CLOSED' group by 1, 2, 3;
  return null;
end $$;

create function hotline.thread_updated() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.thread_count_delta (state, assignee_id, opened_side, n)
  select state, assignee, opened_side, sum(n) from (
    select state, coalesce(assignee_id, hotline.nobody()) as assignee, opened_side, -1 as n
    from old_rows where state <> 'CLOSED'
    union all
    select state, coalesce(assignee_id, hotline.nobody()), opened_side, 1
    from new_rows where state <> 'CLOSED') moves
  group by 1, 2, 3 having sum(n) <> 0;

  -- A new message leaves everybody behind who had read the last one; a closed thread is unread for nobody.
  insert into hotline.thread_caught_up_delta (person_id, opened_side, n)
  select reading.person_id, now.opened_side,
         sum((now.state <> 'CLOSED' and reading.seq >= now.last_seq)::int
           - (was.state <> 'CLOSED' and reading.seq >= was.last_seq)::int) as n
  from old_rows was join new_rows now using (id)
  join hotline.thread_read reading on reading.thread_id = was.id
  where was.last_seq <> now.last_seq or (was.state = 'CLOSED') <> (now.state = 'CLOSED')
  group by 1, 2
  having sum((now.state <> 'CLOSED' and reading.seq >= now.last_seq)::int
           - (was.state <> 'CLOSED' and reading.seq >= was.last_seq)::int) <> 0;
  return null;
end $$;

create function hotline.thread_deleted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.thread_count_delta (state, assignee_id, opened_side, n)
  select state, coalesce(assignee_id, hotline.nobody()), opened_side, -count(*)
  from old_rows where state <> 'CLOSED' group by 1, 2, 3;
  return null;
end $$;

create function hotline.thread_read_inserted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.thread_caught_up_delta (person_id, opened_side, n)
  select reading.person_id, thread.opened_side, count(*)
  from new_rows reading join hotline.thread thread on thread.id = reading.thread_id
  where thread.state <> 'CLOSED' and reading.seq >= thread.last_seq group by 1, 2;
  return null;
end $$;

create function hotline.thread_read_updated() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.thread_caught_up_delta (person_id, opened_side, n)
  select moves.person_id, thread.opened_side, sum(moves.n)
  from (select person_id, thread_id, seq, -1 as n from old_rows
        union all select person_id, thread_id, seq, 1 from new_rows) moves
  join hotline.thread thread on thread.id = moves.thread_id
  where thread.state <> 'CLOSED' and moves.seq >= thread.last_seq
  group by 1, 2 having sum(moves.n) <> 0;
  return null;
end $$;

create function hotline.thread_read_deleted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.thread_caught_up_delta (person_id, opened_side, n)
  select reading.person_id, thread.opened_side, -count(*)
  from old_rows reading join hotline.thread thread on thread.id = reading.thread_id
  where thread.state <> 'CLOSED' and reading.seq >= thread.last_seq group by 1, 2;
  return null;
end $$;

-- Who writes waits until what is there has been counted; readers do not.
lock table hotline.thread, hotline.thread_read in share mode;

create trigger thread_inserted after insert on hotline.thread
  referencing new table as new_rows for each statement execute function hotline.thread_inserted();
create trigger thread_updated after update on hotline.thread
  referencing old table as old_rows new table as new_rows
  for each statement execute function hotline.thread_updated();
create trigger thread_deleted after delete on hotline.thread
  referencing old table as old_rows for each statement execute function hotline.thread_deleted();
create trigger thread_read_inserted after insert on hotline.thread_read
  referencing new table as new_rows for each statement execute function hotline.thread_read_inserted();
create trigger thread_read_updated after update on hotline.thread_read
  referencing old table as old_rows new table as new_rows
  for each statement execute function hotline.thread_read_updated();
create trigger thread_read_deleted after delete on hotline.thread_read
  referencing old table as old_rows for each statement execute function hotline.thread_read_deleted();

-- Folds what was there when it began.
create function hotline.thread_counts_fold() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare folded bigint;
begin
  perform pg_advisory_xact_lock(hashtext('hotline.thread_counts_fold'));
  with taken as (delete from hotline.thread_count_delta returning state, assignee_id, opened_side, n),
  kept as (insert into hotline.thread_count as c (state, assignee_id, opened_side, n)
           select state, assignee_id, opened_side, sum(n) from taken group by 1, 2, 3 having sum(n) <> 0
           on conflict (state, assignee_id, opened_side) do update set n = c.n + excluded.n returning 1),
  read as (delete from hotline.thread_caught_up_delta returning person_id, opened_side, n),
  caught as (insert into hotline.thread_caught_up as c (person_id, opened_side, n)
             select person_id, opened_side, sum(n) from read group by 1, 2 having sum(n) <> 0
             on conflict (person_id, opened_side) do update set n = c.n + excluded.n returning 1)
  select (select count(*) from taken) + (select count(*) from read)
    + 0 * ((select count(*) from kept) + (select count(*) from caught)) into folded;
  delete from hotline.thread_count where n = 0;
  delete from hotline.thread_caught_up where n = 0;
  return folded;
end $$;

-- Compares with a count and appends what is missing; returns how many counts were wrong.
create function hotline.thread_counts_mend() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare wrong bigint;
begin
  with kept as (
    select state, assignee_id, opened_side, sum(n) as n from (
      select state, assignee_id, opened_side, n from hotline.thread_count
      union all select state, assignee_id, opened_side, n from hotline.thread_count_delta
      union all select state, coalesce(assignee_id, hotline.nobody()), opened_side, -1
                from hotline.thread where state <> 'CLOSED') cells group by 1, 2, 3 having sum(n) <> 0),
  mended as (insert into hotline.thread_count_delta (state, assignee_id, opened_side, n)
             select state, assignee_id, opened_side, -n from kept returning 1),
  read as (
    select person_id, opened_side, sum(n) as n from (
      select person_id, opened_side, n from hotline.thread_caught_up
      union all select person_id, opened_side, n from hotline.thread_caught_up_delta
      union all select reading.person_id, thread.opened_side, -1
                from hotline.thread_read reading join hotline.thread thread on thread.id = reading.thread_id
                where thread.state <> 'CLOSED' and reading.seq >= thread.last_seq) cells
    group by 1, 2 having sum(n) <> 0),
  caught as (insert into hotline.thread_caught_up_delta (person_id, opened_side, n)
             select person_id, opened_side, -n from read returning 1)
  select (select count(*) from mended) + (select count(*) from caught) into wrong;
  return wrong;
end $$;
select hotline.thread_counts_mend();
select hotline.thread_counts_fold();

revoke all on function hotline.thread_counts_fold(), hotline.thread_counts_mend() from public;
grant execute on function hotline.thread_counts_fold(), hotline.thread_counts_mend() to hotline_system;
select hotline.protect('hotline.thread_count');
select hotline.protect('hotline.thread_count_delta');
select hotline.protect('hotline.thread_caught_up');
select hotline.protect('hotline.thread_caught_up_delta');
select hotline.open_to_staff('hotline.thread_count', 'select');
select hotline.open_to_staff('hotline.thread_count_delta', 'select');
select hotline.open_to_staff('hotline.thread_caught_up', 'select');
select hotline.open_to_staff('hotline.thread_caught_up_delta', 'select');
