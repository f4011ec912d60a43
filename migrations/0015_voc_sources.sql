-- Up Migration
-- VOC items from more than the first message of a thread: a later message, a phone call, another program; and what
-- their readers make of them.

alter table hotline.voc_item
  -- What it says in one sentence, written by staff.
  add column summary text,
  add column severity text check (severity in ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
  -- The message it was split off from; null: the thread as a whole, or no thread at all.
  add column message_id uuid references hotline.message,
  -- Who brought it by hand or split it off; null: it came by itself.
  add column created_by uuid references hotline.person,
  -- Where the original can be read when it is no thread: a path of this product or an address elsewhere.
  add column original_url text check (original_url ~ '^(/[^/]|https?://)'),
  -- What it was made of, so that the same key with other words is told apart.
  add column content_hash text;
create index voc_item_message on hotline.voc_item (message_id) where message_id is not null;

-- Old rows hold to the narrower rule already.
alter table hotline.voc_change drop constraint voc_change_kind_check;
alter table hotline.voc_change add constraint voc_change_kind_check
  check (kind in ('CONFIRMED', 'CORRECTED', 'AREA', 'WITHDRAWN', 'RESTORED', 'SUMMARY', 'SEVERITY')) not valid;
