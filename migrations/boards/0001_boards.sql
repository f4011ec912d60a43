-- The boards, in a cluster of their own: its transaction numbers say nothing of what else happened. Nothing here names who wrote,
-- and no row knows more of when than the day.

create table boards.board (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 60),
  about text not null check (char_length(about) <= 500),
  rules text not null check (char_length(rules) <= 4000),
  -- False: whoever writes does so under their name, which is copied as text.
  anonymous boolean not null,
  -- Whom it is open to: everyone, or the companies of these tiers and these companies.
  everyone boolean not null,
  tiers text[] not null,
  company_ids uuid[] not null,
  created_on date not null,
  closed_on date,
  version int not null default 1
);

-- A question with all that was said under it.
create table boards.thread (
  id uuid primary key,
  board_id uuid not null references boards.board,
  -- Empty once its author has deleted the question.
  title text not null check (char_length(title) <= 120),
  tags text[] not null,
  -- Hashed character n-grams of title and question: for search, and for what is similar.
  grams int[] not null,
  created_on date not null,
  answers int not null default 0,
  -- How many said that the question is theirs, too.
  helpful int not null default 0,
  -- Counts what was said: the browser remembers how far it has read.
  last_seq int not null default 0,
  accepted_id uuid,
  hidden boolean not null default false
);
create index on boards.thread (board_id, created_on desc, id desc) where not hidden;
create index on boards.thread (board_id, helpful desc, created_on desc, id desc) where not hidden;
create index on boards.thread (board_id, created_on desc, id desc) where not hidden and answers = 0;
create index on boards.thread using gin (grams);
create index on boards.thread using gin (tags);

-- Who writes in one thread: a tag that only the holder of the key can make again, and a pseudonym of this thread alone.
create table boards.writer (
  thread_id uuid not null references boards.thread on delete cascade,
  tag bytea not null check (octet_length(tag) = 32),
  pseudonym int not null,
  -- On boards with names.
  name text,
  primary key (thread_id, tag),
  unique (thread_id, pseudonym)
);

create table boards.post (
  id uuid primary key,
  thread_id uuid not null references boards.thread on delete cascade,
  seq int not null,
  kind text not null check (kind in ('QUESTION', 'ANSWER', 'COMMENT')),
  -- Of a comment: what it is said of.
  parent_id uuid references boards.post on delete cascade,
  -- Null: our own team's, which answers under its name.
  tag bytea,
  -- The author's tag of this board, sealed with the key of a version: a ban opens it, nothing else does.
  sealed bytea,
  key_version int,
  official_name text,
  company_label text,
  body text not null check (char_length(body) <= 20000),
  created_on date not null,
  edited_on date,
  deleted_on date,
  hidden_on date,
  hidden_reason text,
  helpful int not null default 0,
  version int not null default 1,
  unique (thread_id, seq),
  check ((tag is null) = (official_name is not null)),
  check ((tag is null) = (sealed is null)),
  foreign key (thread_id, tag) references boards.writer (thread_id, tag)
);
create index on boards.post (created_on);
create index on boards.thread (created_on);

-- One a person and post: the tag is made of the post, so that two marks of one person have nothing in common.
create table boards.mark (
  post_id uuid not null references boards.post on delete cascade,
  tag bytea not null check (octet_length(tag) = 32),
  marked_on date not null,
  primary key (post_id, tag)
);
create index on boards.mark (marked_on);

create table boards.report (
  id uuid primary key,
  post_id uuid not null references boards.post on delete cascade,
  tag bytea not null,
  reason text not null check (reason in ('NAMES_SOMEBODY', 'RUDE', 'ADVERTISING', 'WRONG_PLACE', 'OTHER')),
  words text not null check (char_length(words) <= 500),
  reported_on date not null,
  settled_on date,
  unique (post_id, tag)
);
create index on boards.report (post_id) where settled_on is null;

-- Each ban is salted with its own id: two bans of one author look like two authors.
create table boards.ban (
  id uuid primary key,
  board_id uuid not null references boards.board,
  tag bytea not null check (octet_length(tag) = 32),
  key_version int not null,
  reason text not null,
  banned_on date not null,
  lifted_on date
);
create index on boards.ban (board_id) where lifted_on is null;

-- What moderators decided, never whom it concerned.
create table boards.decision (
  id uuid primary key,
  board_id uuid not null references boards.board,
  post_id uuid,
  ban_id uuid references boards.ban,
  kind text not null check (kind in ('HIDDEN', 'RESTORED', 'DISMISSED', 'BANNED', 'LIFTED')),
  reason text not null,
  moderator_name text not null,
  decided_on date not null,
  -- In which order decisions of one day were made.
  seq bigint generated always as identity
);
create index on boards.decision (board_id, seq desc);

-- Writes the rows of a day anew, in an order drawn by lot and in one transaction: neither their place on disk nor their transaction
-- number tells any longer when within the day they were made. Waits for nobody: what is being written just now is left for next time.
create function boards.blend(day date) returns void language plpgsql as $$
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
end $$;

-- Which keys tags were made with: enough to tell a wrong key file from the right one, not enough to make a tag.
create table boards.key (
  version int primary key,
  fingerprint bytea not null,
  since date not null
);
