-- Answers that our team would like to see as help articles. Who offered one is a name of our team, as on its answers.
create table boards.offer (
  post_id uuid primary key references boards.post on delete cascade,
  offered_on date not null,
  offered_by text not null
);
create index on boards.offer (offered_on desc, post_id desc);

-- Questions that went whole, so that what was carried over goes as well; forgotten two nights later.
create table boards.gone (
  thread_id uuid primary key,
  gone_on date not null
);
create index on boards.gone (gone_on);

-- As before, and with what went.
create or replace function boards.blend(day date) returns void language plpgsql as $$
declare
  each record;
begin
  for each in select id from boards.thread where created_on = day order by random() for no key update skip locked loop
    update boards.thread set last_seq = last_seq where id = each.id;
  end loop;
  for each in
    select writer.thread_id, writer.tag from boards.writer writer
    where (writer.thread_id, writer.tag) in (select thread_id, tag from boards.post where created_on = day)
    order by random() for no key update skip locked
  loop
    update boards.writer set pseudonym = pseudonym where thread_id = each.thread_id and tag = each.tag;
  end loop;
  for each in select id from boards.post where created_on = day order by random() for no key update skip locked loop
    update boards.post set version = version where id = each.id;
  end loop;
  for each in select post_id, tag from boards.mark where marked_on = day order by random() for no key update skip locked loop
    update boards.mark set marked_on = marked_on where post_id = each.post_id and tag = each.tag;
  end loop;
  for each in select id from boards.report where reported_on = day order by random() for no key update skip locked loop
    update boards.report set words = words where id = each.id;
  end loop;
  for each in select thread_id from boards.gone where gone_on = day order by random() for no key update skip locked loop
    update boards.gone set gone_on = gone_on where thread_id = each.thread_id;
  end loop;
end $$;
