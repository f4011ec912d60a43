-- Up Migration
-- VOC items, what changed in them, the figures kept by week, and the model that proposes categories.

create table hotline.product_area (
  id uuid primary key,
  parent_id uuid references hotline.product_area,
  name_ko text not null unique,
  name_en text not null unique,
  position int not null default 0
);

create table hotline.voc_item (
  id uuid primary key,
  source text not null unique,
  thread_id uuid references hotline.thread,
  company_id uuid references hotline.company,
  company_tier text check (company_tier in ('STANDARD', 'PREMIUM', 'VIP')),
  person_id uuid references hotline.person,
  channel text not null check (channel in
    ('HOTLINE', 'CHAT', 'EMAIL', 'PHONE', 'KAKAO', 'CHANNEL_TALK', 'COMMUNITY', 'TRAINING', 'API')),
  language text not null check (language in ('ko', 'en')),
  quote text not null,
  category text not null check (category in ('USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT')),
  product_area_id uuid references hotline.product_area,
  state text not null default 'COUNTED' check (state in ('COUNTED', 'WITHDRAWN')),
  withdrawn_reason text check ((state = 'WITHDRAWN') = (withdrawn_reason is not null)),
  proposed_category text not null check (proposed_category in ('USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT')),
  confidence real not null check (confidence between 0 and 1),
  model_version int not null,
  coded_by uuid references hotline.person,
  coded_at timestamptz,
  occurred_at timestamptz not null,
  week date not null,
  created_at timestamptz not null,
  version int not null default 1
);
create index voc_item_week on hotline.voc_item (week, category, occurred_at desc, id desc);
create index voc_item_recent on hotline.voc_item (occurred_at desc, id desc);
create index voc_item_company on hotline.voc_item (company_id, occurred_at) include (category, state, week);
create index voc_item_tier on hotline.voc_item (company_tier, occurred_at) include (category, state, week);
create index voc_item_review on hotline.voc_item (confidence, id) where coded_by is null and state = 'COUNTED';
create index voc_item_coded on hotline.voc_item (coded_at desc) where coded_by is not null;
create index voc_item_thread on hotline.voc_item (thread_id);

create table hotline.voc_change (
  id uuid primary key,
  item_id uuid not null references hotline.voc_item,
  at timestamptz not null,
  actor_id uuid references hotline.person,
  kind text not null check (kind in ('CONFIRMED', 'CORRECTED', 'AREA', 'WITHDRAWN', 'RESTORED')),
  from_value text,
  to_value text
);
create index voc_change_item on hotline.voc_change (item_id, at);

-- Figures by week × category × channel × product area. A figure is the roll-up plus the deltas that are
-- not folded into it yet: the triggers only append, so writers never wait for one another.
create table hotline.voc_week (
  week date not null,
  category text not null,
  channel text not null,
  product_area_id uuid not null,
  n bigint not null,
  primary key (week, category, channel, product_area_id)
);
create table hotline.voc_week_delta (
  id bigint generated always as identity primary key,
  week date not null,
  category text not null,
  channel text not null,
  product_area_id uuid not null,
  n bigint not null
);
create index voc_week_delta_week on hotline.voc_week_delta (week);

create view hotline.voc_week_now with (security_invoker = true) as
  select week, category, channel, product_area_id, sum(n)::bigint as n
  from (select week, category, channel, product_area_id, n from hotline.voc_week
        union all
        select week, category, channel, product_area_id, n from hotline.voc_week_delta) cells
  group by week, category, channel, product_area_id
  having sum(n) <> 0;

create function hotline.voc_no_area() returns uuid language sql immutable parallel safe
  as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

create function hotline.voc_item_inserted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.voc_week_delta (week, category, channel, product_area_id, n)
  select week, category, channel, coalesce(product_area_id, hotline.voc_no_area()), count(*)
  from new_rows where state = 'COUNTED' group by 1, 2, 3, 4;
  return null;
end $$;
create function hotline.voc_item_deleted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.voc_week_delta (week, category, channel, product_area_id, n)
  select week, category, channel, coalesce(product_area_id, hotline.voc_no_area()), -count(*)
  from old_rows where state = 'COUNTED' group by 1, 2, 3, 4;
  return null;
end $$;
create function hotline.voc_item_updated() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.voc_week_delta (week, category, channel, product_area_id, n)
  select week, category, channel, area, sum(n) from (
    select week, category, channel, coalesce(product_area_id, hotline.voc_no_area()) as area, -1 as n
    from old_rows where state = 'COUNTED'
    union all
    select week, category, channel, coalesce(product_area_id, hotline.voc_no_area()), 1
    from new_rows where state = 'COUNTED') moves
  group by 1, 2, 3, 4 having sum(n) <> 0;
  return null;
end $$;
create trigger voc_item_inserted after insert on hotline.voc_item
  referencing new table as new_rows for each statement execute function hotline.voc_item_inserted();
create trigger voc_item_deleted after delete on hotline.voc_item
  referencing old table as old_rows for each statement execute function hotline.voc_item_deleted();
create trigger voc_item_updated after update on hotline.voc_item
  referencing old table as old_rows new table as new_rows
  for each statement execute function hotline.voc_item_updated();

-- Folds what was there when it began; says how many deltas it took.
create function hotline.voc_fold() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare folded bigint;
begin
  perform pg_advisory_xact_lock(hashtext('hotline.voc_fold'));
  with taken as (delete from hotline.voc_week_delta returning week, category, channel, product_area_id, n),
  sums as (select week, category, channel, product_area_id, sum(n) as n from taken
           group by 1, 2, 3, 4 order by 1, 2, 3, 4),
  kept as (insert into hotline.voc_week as w (week, category, channel, product_area_id, n)
           select week, category, channel, product_area_id, n from sums where n <> 0
           on conflict (week, category, channel, product_area_id) do update set n = w.n + excluded.n
           returning 1)
  select (select count(*) from taken) + 0 * (select count(*) from kept) into folded;
  return folded;
end $$;
revoke all on function hotline.voc_fold() from public;
grant execute on function hotline.voc_fold() to hotline_system;

-- Differences that the nightly recount found; none is the good news.
create table hotline.voc_alarm (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  week date not null,
  category text not null,
  channel text not null,
  product_area_id uuid not null,
  kept bigint not null,
  counted bigint not null
);

create table hotline.classifier_model (
  version int primary key,
  trained_at timestamptz not null,
  examples int not null,
  learned int not null,
  weights bytea not null
);

select hotline.protect('hotline.product_area');
select hotline.protect('hotline.voc_item');
select hotline.protect('hotline.voc_change');
select hotline.protect('hotline.voc_week');
select hotline.protect('hotline.voc_week_delta');
select hotline.protect('hotline.voc_alarm');
select hotline.protect('hotline.classifier_model');
grant usage on all sequences in schema hotline to hotline_system;
grant select on hotline.voc_week_now to hotline_staff, hotline_system;

select hotline.open_to_staff('hotline.product_area', 'select, insert, update');
select hotline.open_to_staff('hotline.voc_item', 'select, update');
select hotline.open_to_staff('hotline.voc_change', 'select, insert');
select hotline.open_to_staff('hotline.voc_week', 'select');
select hotline.open_to_staff('hotline.voc_week_delta', 'select');
select hotline.open_to_staff('hotline.voc_alarm', 'select');
