-- Up Migration
-- Who wants to hear of a thread on a board with names. Of anonymous boards nothing stands here: who follows what would tell who asked.
create table hotline.board_following (
  person_id uuid not null references hotline.person,
  thread_id uuid not null,
  -- For whom they acted; null: our own team.
  company_id uuid references hotline.company,
  since timestamptz not null,
  primary key (person_id, thread_id)
);
create index board_following_thread on hotline.board_following (thread_id);
create index board_following_company on hotline.board_following (company_id);
select hotline.protect('hotline.board_following');
