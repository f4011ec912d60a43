-- Up Migration
-- How far categories can be trusted: a second, blind coding of a sample; how well each version of the model does; what a
-- language model outside would have said; and the order by reach.

-- One row. The salt is for the draw alone and readable by nobody who codes: who knew it could foresee what is looked at twice.
create table hotline.voc_quality (
  id boolean primary key default true check (id),
  second_look_percent int not null default 10 check (second_look_percent between 0 and 100),
  salt text not null,
  changed_by uuid references hotline.person,
  changed_at timestamptz
);
insert into hotline.voc_quality (salt) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- An item that was drawn, and what the second coder said of it, once there is one. `first_…` is what the item was in that
-- moment. The id is the second coder's only handle: it leads to no item.
create table hotline.voc_second_coding (
  item_id uuid primary key references hotline.voc_item on delete cascade,
  id uuid not null unique,
  drawn_at timestamptz not null,
  category text check (category in ('USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT')),
  coder_id uuid references hotline.person,
  at timestamptz,
  first_category text check (first_category in ('USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT')),
  first_coder_id uuid references hotline.person,
  check (num_nulls(category, coder_id, at, first_category, first_coder_id) in (0, 5)),
  check (coder_id <> first_coder_id)
);
create index voc_second_coding_open on hotline.voc_second_coding (drawn_at) where category is null;
create index voc_second_coding_done on hotline.voc_second_coding (at desc, item_id) where category is not null;

create index voc_change_coded on hotline.voc_change (at desc, id desc) where kind in ('CONFIRMED', 'CORRECTED');
create index voc_change_coder on hotline.voc_change (actor_id, at desc, id desc) where kind in ('CONFIRMED', 'CORRECTED');

select hotline.protect('hotline.voc_quality');
select hotline.protect('hotline.voc_second_coding');
create policy staff_all on hotline.voc_quality to hotline_staff using (true) with check (true);
grant select (id, second_look_percent, changed_by, changed_at),
  update (second_look_percent, changed_by, changed_at) on hotline.voc_quality to hotline_staff;
create policy staff_all on hotline.voc_second_coding to hotline_staff using (true) with check (true);
grant select, update (category, coder_id, at, first_category, first_coder_id)
  on hotline.voc_second_coding to hotline_staff;

-- Draws the item, or does not: the same answer whenever and by whomever it is asked, as long as the share stays.
create function hotline.draw_second_look(item uuid, at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into hotline.voc_second_coding (item_id, id, drawn_at)
  select item, gen_random_uuid(), at from hotline.voc_quality quality
  where ('x' || substr(encode(sha256(convert_to(quality.salt || item::text, 'UTF8')), 'hex'), 1, 8))::bit(32)::bigint % 10000
        < quality.second_look_percent * 100
  on conflict (item_id) do nothing
$$;
revoke all on function hotline.draw_second_look(uuid, timestamptz) from public;
grant execute on function hotline.draw_second_look(uuid, timestamptz) to hotline_staff, hotline_system;

-- Reach: how many people of the company the item may concern, as it was when the item was made, like the tier.
alter table hotline.voc_item add column company_seats int not null default 0;
-- No figure counts seats: the trigger that keeps the figures need not look.
alter table hotline.voc_item disable trigger voc_item_updated;
update hotline.voc_item item set company_seats = company.employees
  from hotline.company company where company.id = item.company_id and company.employees > 0;
alter table hotline.voc_item enable trigger voc_item_updated;
create index voc_item_reach on hotline.voc_item ((-company_seats), confidence, id)
  where coded_by is null and state = 'COUNTED';

-- How well a version does, found out after it was trained; null: not yet.
alter table hotline.classifier_model add column evaluation jsonb, add column evaluated_at timestamptz;

-- What a language model outside said of an item, where an installation has named one. Beside the item, never in it.
create table hotline.voc_machine_coding (
  item_id uuid primary key references hotline.voc_item on delete cascade,
  category text not null check (category in ('USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT')),
  summary text not null check (length(summary) between 1 and 300),
  model text not null,
  at timestamptz not null
);
select hotline.protect('hotline.voc_machine_coding');
select hotline.open_to_staff('hotline.voc_machine_coding', 'select');
