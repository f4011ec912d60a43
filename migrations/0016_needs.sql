-- Up Migration
-- Needs: what several VOC items have in common, their history, and an index of what items say for finding the like.

create sequence hotline.need_number start 1;

create table hotline.need (
  id uuid primary key,
  number bigint not null unique default nextval('hotline.need_number'),
  title text not null,
  description text,
  product_area_id uuid references hotline.product_area,
  created_by uuid references hotline.person,
  created_at timestamptz not null,
  version int not null default 1,
  -- The need that this one turned out to be.
  merged_into_id uuid references hotline.need,
  constraint need_merged_elsewhere check (merged_into_id <> id)
);
create index need_recent on hotline.need (created_at desc, id desc);
create index need_merged on hotline.need (merged_into_id) where merged_into_id is not null;

-- An item belongs to one need at most, so that nothing is counted twice.
alter table hotline.voc_item add column need_id uuid references hotline.need;
create index voc_item_need on hotline.voc_item (need_id, occurred_at desc, id desc)
  include (state, company_id, week) where need_id is not null;

-- Every way of an item into a need, out of it or with a merge, and what people changed in the need itself. A merge
-- is one row for the need and one for each of its items, all of the same merge_id: undoing it moves exactly those
-- items whose last row it still is.
create table hotline.need_change (
  id uuid primary key,
  need_id uuid not null references hotline.need,
  at timestamptz not null,
  actor_id uuid references hotline.person,
  kind text not null check (kind in ('MADE', 'RENAMED', 'DESCRIBED', 'AREA', 'JOINED', 'LEFT', 'MERGED', 'TAKEN_APART')),
  item_id uuid references hotline.voc_item,
  from_need_id uuid references hotline.need,
  to_need_id uuid references hotline.need,
  merge_id uuid,
  from_value text,
  to_value text,
  -- The order of one moment's rows, and of moments that the clock cannot tell apart.
  seq bigint generated always as identity
);
create index need_change_need on hotline.need_change (need_id, seq desc);
create index need_change_item on hotline.need_change (item_id, seq desc) where item_id is not null;
create index need_change_merge on hotline.need_change (merge_id) where merge_id is not null;

-- What an item says as hashed character n-grams; written by a job after the item, never with it.
create table hotline.voc_gram (
  item_id uuid primary key references hotline.voc_item on delete cascade,
  grams int[] not null,
  -- The sum of the weights of its n-grams.
  weight real not null
);
create index voc_gram_grams on hotline.voc_gram using gin (grams);

-- How far the job has come that reads items of before, and by which version of the n-grams.
create table hotline.voc_gram_mark (
  id boolean primary key default true check (id),
  through uuid not null,
  version int not null
);

select hotline.protect('hotline.need');
select hotline.protect('hotline.need_change');
select hotline.protect('hotline.voc_gram');
select hotline.protect('hotline.voc_gram_mark');
grant usage on sequence hotline.need_number to hotline_staff, hotline_system;
select hotline.open_to_staff('hotline.need', 'select, insert, update');
select hotline.open_to_staff('hotline.need_change', 'select, insert');
select hotline.open_to_staff('hotline.voc_gram', 'select');
