-- Up Migration
-- Weekly reports: drafted, edited, published – and from then on frozen, whoever asks for a change.

create table hotline.report (
  id uuid primary key,
  -- The Monday of its week in the zone of then.
  week date not null unique,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED')),
  headline text not null default '',
  -- [{"category": "DEFECT" or null, "text": "…"}]: null is about the week as a whole.
  comments json not null default '[]',
  -- Ids of VOC items, in the order in which they are shown: references, never their words.
  quotes json not null default '[]',
  version int not null default 1,
  drafted_at timestamptz not null,
  -- Null: the calendar did.
  drafted_by uuid references hotline.person,
  edited_at timestamptz,
  edited_by uuid references hotline.person,
  -- When the leads were told that it still waits.
  reminded_at timestamptz,
  published_at timestamptz,
  published_by uuid references hotline.person,
  -- The frozen document (docs/reports.md), and the SHA-256 of its UTF-8 bytes in hexadecimal.
  canonical text,
  hash text,
  check ((state = 'PUBLISHED') = (canonical is not null and hash is not null and published_at is not null))
);

-- What counted when it was published, item by item. No foreign keys: an item may go, its row stays.
create table hotline.report_item (
  report_id uuid not null references hotline.report,
  item_id uuid not null,
  category text not null,
  channel text not null,
  product_area_id uuid,
  tier text,
  company_id uuid,
  primary key (report_id, item_id)
);

-- To whom it was mailed: once per person and report.
create table hotline.report_mail (
  report_id uuid not null references hotline.report,
  person_id uuid not null references hotline.person on delete cascade,
  at timestamptz not null,
  primary key (report_id, person_id)
);

create function hotline.report_is_frozen() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'The report of % is published and does not change any more.', old.week using errcode = '23001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger report_is_frozen before update or delete on hotline.report
  for each row execute function hotline.report_is_frozen();

-- Rows come while the report is a draft, in the transaction that publishes it, and never change.
create function hotline.report_items_are_frozen() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' and exists (select 1 from hotline.report where id = new.report_id and state = 'DRAFT') then
    return new;
  end if;
  raise exception 'What a published report counted does not change any more.' using errcode = '23001';
end $$;
create trigger report_items_are_frozen before insert or update or delete on hotline.report_item
  for each row execute function hotline.report_items_are_frozen();

select hotline.protect('hotline.report');
select hotline.protect('hotline.report_item');
select hotline.protect('hotline.report_mail');
select hotline.open_to_staff('hotline.report', 'select');
select hotline.open_to_staff('hotline.report_item', 'select');

-- An item that was written down under a wrong moment moves to its right week, with a reason.
alter table hotline.voc_change drop constraint voc_change_kind_check;
alter table hotline.voc_change add constraint voc_change_kind_check
  check (kind in ('CONFIRMED', 'CORRECTED', 'AREA', 'WITHDRAWN', 'RESTORED', 'SUMMARY', 'SEVERITY', 'REDATED')) not valid;
alter table hotline.voc_change validate constraint voc_change_kind_check;
alter table hotline.voc_change add column reason text;

-- Pictures inside a letter while it waits: [{"cid": "…", "name": "…", "base64": "…"}].
alter table hotline.mail add column pictures json;
