-- Pictures of posts, drawn anew by us. Until it is said with a post, a picture is nobody's and no one can look at it; after a night
-- it is gone. Bytes lie here and not in a file, which would bear the time at which it came.
create table boards.picture (
  id uuid primary key,
  post_id uuid references boards.post on delete cascade,
  -- In which order they stand under a post.
  place int,
  width int not null,
  height int not null,
  -- WebP, both.
  bytes bytea not null,
  thumbnail bytea not null,
  -- The day of the last change of the row.
  made_on date not null,
  -- Not yet written anew in an order drawn by lot.
  fresh boolean not null default true,
  check ((post_id is null) = (place is null))
);
-- Compressed already.
alter table boards.picture alter column bytes set storage external;
alter table boards.picture alter column thumbnail set storage external;
create index on boards.picture (post_id, place);
create index on boards.picture (made_on) where post_id is null or fresh;

-- Long values bear numbers that count upwards: only values that are made anew get new ones, by lot. All of a day, or those of the
-- last writing would stand apart; and only when one is new, since they are long.
create function boards.blend_pictures(day date) returns void language plpgsql as $$
declare
  each record;
begin
  if not exists (select 1 from boards.picture where made_on = day and fresh) then
    return;
  end if;
  for each in select id from boards.picture where made_on = day order by random() for no key update skip locked loop
    update boards.picture set bytes = bytes || ''::bytea, thumbnail = thumbnail || ''::bytea, fresh = false where id = each.id;
  end loop;
end $$;
