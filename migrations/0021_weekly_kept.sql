-- Up Migration
-- The weekly page costs the same at ten thousand and at ten million items: its trend, its tiers and its top companies
-- are kept as its cells are.

-- Of a whole week, whatever its channels and areas.
create table hotline.voc_week_category (
  week date not null,
  category text not null,
  n bigint not null,
  primary key (week, category)
);
create table hotline.voc_week_tier (
  week date not null,
  company_tier text not null,
  n bigint not null,
  primary key (week, company_tier)
);
create table hotline.voc_week_company (
  week date not null,
  company_id uuid not null,
  n bigint not null,
  primary key (week, company_id)
);
create index voc_week_company_none on hotline.voc_week_company (week) where n = 0;
create index voc_week_company_most on hotline.voc_week_company (week, n desc, company_id);
create table hotline.voc_week_company_delta (
  id bigint generated always as identity primary key,
  week date not null,
  -- A correction may name a company alone, or a tier alone.
  company_id uuid,
  -- As it was when the item was made.
  company_tier text,
  n bigint not null
);
create index voc_week_company_delta_week on hotline.voc_week_company_delta (week);

create function hotline.voc_company_inserted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.voc_week_company_delta (week, company_id, company_tier, n)
  select week, company_id, company_tier, count(*)
  from new_rows where state = 'COUNTED' and company_id is not null group by 1, 2, 3;
  return null;
end $$;
create function hotline.voc_company_deleted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.voc_week_company_delta (week, company_id, company_tier, n)
  select week, company_id, company_tier, -count(*)
  from old_rows where state = 'COUNTED' and company_id is not null group by 1, 2, 3;
  return null;
end $$;
create function hotline.voc_company_updated() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into hotline.voc_week_company_delta (week, company_id, company_tier, n)
  select week, company_id, company_tier, sum(n) from (
    select week, company_id, company_tier, -1 as n from old_rows where state = 'COUNTED' and company_id is not null
    union all
    select week, company_id, company_tier, 1 from new_rows where state = 'COUNTED' and company_id is not null) moves
  group by 1, 2, 3 having sum(n) <> 0;
  return null;
end $$;

-- Who writes waits until what is there has been counted; readers do not.
lock table hotline.voc_item in share mode;
insert into hotline.voc_week_category select week, category, sum(n) from hotline.voc_week group by 1, 2;
insert into hotline.voc_week_company
  select week, company_id, count(*) from hotline.voc_item where state = 'COUNTED' and company_id is not null group by 1, 2;
insert into hotline.voc_week_tier
  select week, company_tier, count(*) from hotline.voc_item
  where state = 'COUNTED' and company_id is not null and company_tier is not null group by 1, 2;

create trigger voc_company_inserted after insert on hotline.voc_item
  referencing new table as new_rows for each statement execute function hotline.voc_company_inserted();
create trigger voc_company_deleted after delete on hotline.voc_item
  referencing old table as old_rows for each statement execute function hotline.voc_company_deleted();
create trigger voc_company_updated after update on hotline.voc_item
  referencing old table as old_rows new table as new_rows
  for each statement execute function hotline.voc_company_updated();

create or replace function hotline.voc_fold() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare folded bigint;
begin
  perform pg_advisory_xact_lock(hashtext('hotline.voc_fold'));
  with taken as (delete from hotline.voc_week_delta returning week, category, channel, product_area_id, n),
  cells as (insert into hotline.voc_week as w (week, category, channel, product_area_id, n)
            select week, category, channel, product_area_id, sum(n) from taken group by 1, 2, 3, 4 having sum(n) <> 0
            on conflict (week, category, channel, product_area_id) do update set n = w.n + excluded.n returning 1),
  categories as (insert into hotline.voc_week_category as w (week, category, n)
                 select week, category, sum(n) from taken group by 1, 2 having sum(n) <> 0
                 on conflict (week, category) do update set n = w.n + excluded.n returning 1),
  whose as (delete from hotline.voc_week_company_delta returning week, company_id, company_tier, n),
  companies as (insert into hotline.voc_week_company as w (week, company_id, n)
                select week, company_id, sum(n) from whose where company_id is not null group by 1, 2 having sum(n) <> 0
                on conflict (week, company_id) do update set n = w.n + excluded.n returning 1),
  tiers as (insert into hotline.voc_week_tier as w (week, company_tier, n)
            select week, company_tier, sum(n) from whose where company_tier is not null group by 1, 2 having sum(n) <> 0
            on conflict (week, company_tier) do update set n = w.n + excluded.n returning 1)
  select (select count(*) from taken) + (select count(*) from whose) + 0 * ((select count(*) from cells)
    + (select count(*) from categories) + (select count(*) from companies) + (select count(*) from tiers)) into folded;
  delete from hotline.voc_week_company where n = 0;
  delete from hotline.voc_week_tier where n = 0;
  return folded;
end $$;

-- Compares companies, tiers and whole weeks with what they are counted from, and puts right what differs; returns how many did.
create function hotline.voc_sums_mend() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare wrong bigint;
begin
  -- Nobody folds meanwhile, and all of it is one moment's view: who writes need not wait.
  perform pg_advisory_xact_lock(hashtext('hotline.voc_fold'));
  with companies as (
    select week, company_id, sum(n) as n from (
      select week, company_id, n from hotline.voc_week_company
      union all select week, company_id, n from hotline.voc_week_company_delta where company_id is not null
      union all select week, company_id, -1 from hotline.voc_item where state = 'COUNTED' and company_id is not null) cells
    group by 1, 2 having sum(n) <> 0),
  tiers as (
    select week, company_tier, sum(n) as n from (
      select week, company_tier, n from hotline.voc_week_tier
      union all select week, company_tier, n from hotline.voc_week_company_delta where company_tier is not null
      union all select week, company_tier, -1 from hotline.voc_item
                where state = 'COUNTED' and company_id is not null and company_tier is not null) cells
    group by 1, 2 having sum(n) <> 0),
  mended as (insert into hotline.voc_week_company_delta (week, company_id, company_tier, n)
             select week, company_id, null, -n from companies
             union all select week, null, company_tier, -n from tiers returning 1),
  categories as (
    select week, category, sum(n) as n from (
      select week, category, n from hotline.voc_week_category
      union all select week, category, -n from hotline.voc_week) cells
    group by 1, 2 having sum(n) <> 0),
  categories_mended as (
    insert into hotline.voc_week_category as w (week, category, n) select week, category, -n from categories
    on conflict (week, category) do update set n = w.n + excluded.n returning 1)
  select (select count(*) from mended) + (select count(*) from categories_mended) into wrong;
  return wrong;
end $$;
revoke all on function hotline.voc_sums_mend() from public;
grant execute on function hotline.voc_sums_mend() to hotline_system;

select hotline.protect('hotline.voc_week_category');
select hotline.protect('hotline.voc_week_tier');
select hotline.protect('hotline.voc_week_company');
select hotline.protect('hotline.voc_week_company_delta');
select hotline.open_to_staff('hotline.voc_week_category', 'select');
select hotline.open_to_staff('hotline.voc_week_tier', 'select');
select hotline.open_to_staff('hotline.voc_week_company', 'select');
select hotline.open_to_staff('hotline.voc_week_company_delta', 'select');
