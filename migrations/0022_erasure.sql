-- Up Migration
-- Erasing a person: who was erased, and words that were on their way while it happened.

-- Ids and moments, nothing of the person; a backup that comes back is erased again by this list.
create table hotline.erasure (
  person_id uuid primary key,
  at timestamptz not null,
  -- Whether what they wrote went too.
  words boolean not null
);
select hotline.protect('hotline.erasure');

-- The row stays, so that whatever counts goes on counting; its words are gone.
alter table hotline.person add column erased_at timestamptz;
grant select (erased_at) on hotline.person to hotline_contact;

-- Threads that a mail tells of: it holds words of other people besides its reader's.
alter table hotline.mail add column about uuid[];

create function hotline.removed() returns text language sql immutable parallel safe
  as $$ select '[removed on request]' $$;

-- Waits for an erasure that is going on: it holds the person's row until it is committed.
create function hotline.words_erased(who uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from hotline.person where id = who for key share;
  return exists (select 1 from hotline.erasure where person_id = who and words);
end $$;
revoke all on function hotline.words_erased(uuid) from public;

-- What its writer had sent before they were erased, and what was written down of it afterwards.
create function hotline.message_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if hotline.words_erased(new.author_id) then new.body := hotline.removed(); end if;
  return new;
end $$;
create function hotline.revision_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if hotline.words_erased(new.replaced_by) then new.body := hotline.removed(); end if;
  return new;
end $$;
create function hotline.thread_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if hotline.words_erased(new.opened_by) then
    new.first_line := hotline.removed();
    new.title := case when new.title is not null then hotline.removed() end;
  end if;
  return new;
end $$;
create function hotline.file_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if hotline.words_erased(new.uploaded_by) then new.name := hotline.removed(); end if;
  return new;
end $$;
create function hotline.item_of_erased() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.person_id is not null and hotline.words_erased(new.person_id) then new.quote := hotline.removed(); end if;
  return new;
end $$;
create trigger of_erased before insert on hotline.message for each row execute function hotline.message_of_erased();
create trigger of_erased before insert on hotline.note for each row execute function hotline.message_of_erased();
create trigger of_erased before insert on hotline.message_revision for each row execute function hotline.revision_of_erased();
create trigger of_erased before insert on hotline.note_revision for each row execute function hotline.revision_of_erased();
create trigger of_erased before insert on hotline.thread for each row execute function hotline.thread_of_erased();
create trigger of_erased before insert on hotline.upload for each row execute function hotline.file_of_erased();
create trigger of_erased before insert on hotline.attachment for each row execute function hotline.file_of_erased();
create trigger of_erased before insert on hotline.note_attachment for each row execute function hotline.file_of_erased();
create trigger of_erased before insert on hotline.voc_item for each row execute function hotline.item_of_erased();
