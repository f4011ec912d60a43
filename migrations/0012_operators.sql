-- Up Migration
-- What waits in the job queue, by task: the queue's own tables stay closed. Seconds count from when a job was due or,
-- for one that failed and is tried again later, from when it was written. The queue runs by the database's own time.
create function hotline.jobs_waiting(at timestamptz)
  returns table (task text, due int, seconds double precision, failing int, given_up int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select task.identifier,
           (count(*) filter (where job.attempts < job.max_attempts and job.run_at <= at and job.locked_at is null))::int,
           coalesce(extract(epoch from max(case
             when job.attempts >= job.max_attempts then null
             when job.attempts > 0 then at - job.created_at
             when job.run_at <= at then at - job.run_at end)), 0)::double precision,
           (count(*) filter (where job.attempts between 1 and job.max_attempts - 1 and job.locked_at is null))::int,
           (count(*) filter (where job.attempts >= job.max_attempts and job.locked_at is null))::int
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    group by task.identifier;
end $$;
revoke all on function hotline.jobs_waiting(timestamptz) from public;
grant execute on function hotline.jobs_waiting(timestamptz) to hotline_system;
