-- Up Migration
-- Planning: what was decided about needs and why, who was told of it where they asked, and where the work is done.

create sequence hotline.planning_number start 1;

create table hotline.planning_item (
  id uuid primary key,
  number bigint not null unique default nextval('hotline.planning_number'),
  title text not null,
  description text,
  kind text not null check (kind in ('QUICK_FIX', 'LONG_TERM')),
  state text not null check (state in ('CONSIDERING', 'PLANNED', 'IN_PROGRESS', 'SHIPPED', 'DECLINED')),
  owner_id uuid references hotline.person,
  release text,
  -- Whether clients see it on the roadmap.
  public boolean not null default false,
  -- The words meant for contacts; title and description above are staff's.
  title_ko text,
  title_en text,
  body_ko text,
  body_en text,
  -- When and by whom it was shipped or declined.
  decided_at timestamptz,
  decided_by uuid references hotline.person,
  created_by uuid not null references hotline.person,
  created_at timestamptz not null,
  version int not null default 1,
  constraint planning_decided check ((state in ('SHIPPED', 'DECLINED')) = (decided_at is not null and decided_by is not null)),
  constraint planning_decided_in_words check (state not in ('SHIPPED', 'DECLINED')
    or (title_ko is not null and title_en is not null and body_ko is not null and body_en is not null)),
  constraint planning_public_in_words check (not public or (title_ko is not null and title_en is not null))
);
create index planning_item_recent on hotline.planning_item (state, (coalesce(decided_at, created_at)) desc, id desc);
create index planning_item_decided on hotline.planning_item (decided_at) where decided_at is not null;

create table hotline.planning_need (
  planning_item_id uuid not null references hotline.planning_item,
  need_id uuid not null references hotline.need,
  added_by uuid not null references hotline.person,
  added_at timestamptz not null,
  primary key (planning_item_id, need_id)
);
create index planning_need_need on hotline.planning_need (need_id);

-- Every change of state with its reason; only ever appended to. The first has no state before.
create table hotline.planning_decision (
  id uuid primary key,
  planning_item_id uuid not null references hotline.planning_item,
  at timestamptz not null,
  actor_id uuid not null references hotline.person,
  from_state text,
  to_state text not null,
  reason text not null check (reason <> ''),
  seq bigint generated always as identity
);
create index planning_decision_item on hotline.planning_decision (planning_item_id, seq desc);

create table hotline.planning_link (
  id uuid primary key,
  planning_item_id uuid not null references hotline.planning_item,
  url text not null check (url ~ '^https?://'),
  provider text not null check (provider in ('GITHUB', 'JIRA', 'LINEAR', 'OTHER')),
  -- How the provider's own messages name it; null where we do not listen.
  key text,
  state text check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'DROPPED')),
  -- The provider's own word for the state, and when it was so there.
  state_word text,
  state_at timestamptz,
  created_by uuid not null references hotline.person,
  created_at timestamptz not null,
  unique (planning_item_id, url)
);
create index planning_link_key on hotline.planning_link (provider, key) where key is not null;

-- Messages of other systems that were taken in: the same one again changes nothing.
create table hotline.planning_hook (
  provider text not null,
  digest bytea not null,
  received_at timestamptz not null,
  primary key (provider, digest)
);
create index planning_hook_received on hotline.planning_hook (received_at);

-- A message that the product says on somebody's behalf; it answers nobody, so no response time counts it.
alter table hotline.message add column automatic boolean not null default false;

-- One message per decision and thread, however many items the thread has.
create table hotline.planning_notice (
  planning_item_id uuid not null references hotline.planning_item,
  decision text not null check (decision in ('SHIPPED', 'DECLINED')),
  thread_id uuid not null references hotline.thread,
  message_id uuid not null unique references hotline.message,
  at timestamptz not null,
  primary key (planning_item_id, decision, thread_id)
);
create index planning_notice_thread on hotline.planning_notice (thread_id);

-- Who was told of a decision, and who could not be.
create table hotline.planning_telling (
  planning_item_id uuid not null references hotline.planning_item,
  decision text not null check (decision in ('SHIPPED', 'DECLINED')),
  item_id uuid not null references hotline.voc_item on delete cascade,
  person_id uuid references hotline.person,
  message_id uuid references hotline.message,
  told_at timestamptz,
  could_not text check (could_not in ('NO_THREAD', 'ANONYMOUS', 'PERSON_LEFT', 'NO_ACCESS')),
  at timestamptz not null,
  primary key (planning_item_id, decision, item_id),
  constraint planning_told_or_not check ((told_at is null) = (could_not is not null) and (told_at is null) = (message_id is null))
);
create index planning_telling_item on hotline.planning_telling (item_id);

-- The needs of a planning item, and those into which they were merged since.
create view hotline.planning_stand with (security_invoker = true) as
  with recursive stands (planning_item_id, named_id, need_id) as (
    select planning_item_id, need_id, need_id from hotline.planning_need
    union
    select stands.planning_item_id, stands.named_id, need.merged_into_id
    from stands join hotline.need need on need.id = stands.need_id where need.merged_into_id is not null)
  select planning_item_id, named_id, need_id from stands;

-- The items behind a planning item: those that count, each once.
create view hotline.planning_voc with (security_invoker = true) as
  select distinct stand.planning_item_id, item.id as item_id
  from hotline.planning_stand stand join hotline.voc_item item on item.need_id = stand.need_id and item.state = 'COUNTED';

select hotline.protect('hotline.planning_item');
select hotline.protect('hotline.planning_need');
select hotline.protect('hotline.planning_decision');
select hotline.protect('hotline.planning_link');
select hotline.protect('hotline.planning_hook');
select hotline.protect('hotline.planning_notice');
select hotline.protect('hotline.planning_telling');
grant usage on sequence hotline.planning_number to hotline_staff, hotline_system;
grant select on hotline.planning_stand, hotline.planning_voc to hotline_staff, hotline_system;
select hotline.open_to_staff('hotline.planning_item', 'select, insert, update');
select hotline.open_to_staff('hotline.planning_need', 'select, insert, delete');
select hotline.open_to_staff('hotline.planning_decision', 'select, insert');
select hotline.open_to_staff('hotline.planning_link', 'select, insert, delete');
select hotline.open_to_staff('hotline.planning_notice', 'select');
select hotline.open_to_staff('hotline.planning_telling', 'select');

-- Whoever joins a need after the decision is told at once, by whichever road the item came into it.
create function hotline.planning_joined_late() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from new_rows where need_id is not null) then
    return null;
  end if;
  perform hotline.enqueue('tellOfDecision', json_build_object('planningItemId', late.id), 'tellOf:' || late.id, null, null)
  from (
    select distinct plan.id
    from new_rows item
    join hotline.planning_voc behind on behind.item_id = item.id
    join hotline.planning_item plan on plan.id = behind.planning_item_id and plan.decided_at is not null
    where item.need_id is not null and item.state = 'COUNTED' and not exists (
      select 1 from hotline.planning_telling telling where telling.planning_item_id = plan.id
        and telling.decision = plan.state and telling.item_id = item.id)) late;
  return null;
end $$;
create trigger planning_joined_late_new after insert on hotline.voc_item
  referencing new table as new_rows for each statement execute function hotline.planning_joined_late();
create trigger planning_joined_late after update on hotline.voc_item
  referencing new table as new_rows for each statement execute function hotline.planning_joined_late();

-- What contacts may learn of planning, and nothing beside it: three narrow questions. Each looks at who asks.
create function hotline.roadmap()
  returns table (id uuid, state text, title_ko text, title_en text, body_ko text, body_en text, release text, decided_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select plan.id, plan.state, plan.title_ko, plan.title_en, plan.body_ko, plan.body_en, plan.release, plan.decided_at
  from hotline.planning_item plan
  where plan.public and plan.state <> 'DECLINED' and nullif(current_setting('hotline.person', true), '') is not null
$$;

-- What the acting company has said, and what became of it. Words only where they are open or were told.
create function hotline.you_said()
  returns table (thread_id uuid, channel text, occurred_at timestamptz, plan_id uuid, state text, title_ko text, title_en text,
    body_ko text, body_en text, release text, decided_at timestamptz, told_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select item.thread_id, item.channel, item.occurred_at, plan.id, plan.state,
    case when shown.words then plan.title_ko end, case when shown.words then plan.title_en end,
    case when shown.words then plan.body_ko end, case when shown.words then plan.body_en end,
    case when shown.words then plan.release end, plan.decided_at, telling.told_at
  from hotline.voc_item item
  left join hotline.planning_voc behind on behind.item_id = item.id
  left join hotline.planning_item plan on plan.id = behind.planning_item_id
  left join hotline.planning_telling telling on telling.planning_item_id = plan.id and telling.decision = plan.state
    and telling.item_id = item.id
  cross join lateral (select plan.public or plan.decided_at is not null as words) shown
  where item.company_id = nullif(current_setting('hotline.company', true), '')::uuid and item.state = 'COUNTED'
    and (plan.id is not null or item.need_id is not null or item.category in ('DEFECT', 'IMPROVEMENT', 'FEATURE'))
  order by item.occurred_at desc, item.id limit 300
$$;

-- Which of these messages of the acting space tell of a decision, and of which.
create function hotline.planning_said(message_ids uuid[])
  returns table (message_id uuid, decision text, title_ko text, title_en text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select notice.message_id, notice.decision, plan.title_ko, plan.title_en
  from hotline.planning_notice notice
  join hotline.message message on message.id = notice.message_id
  join hotline.planning_item plan on plan.id = notice.planning_item_id
  where notice.message_id = any(message_ids)
    and message.space_id = nullif(current_setting('hotline.space', true), '')::uuid
$$;
revoke all on function hotline.roadmap() from public;
revoke all on function hotline.you_said() from public;
revoke all on function hotline.planning_said(uuid[]) from public;
revoke all on function hotline.planning_joined_late() from public;
grant execute on function hotline.roadmap() to hotline_contact;
grant execute on function hotline.you_said() to hotline_contact;
grant execute on function hotline.planning_said(uuid[]) to hotline_contact;
