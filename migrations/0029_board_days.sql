-- Up Migration
-- Up to which day the boards were carried over. Nothing here says what was written there, or by whom.
create table hotline.board_day (
  single boolean primary key default true check (single),
  through date not null
);
select hotline.protect('hotline.board_day');

-- Of a question on a board: the day of our newest answer there, which is how whoever asked is told.
alter table hotline.voc_item add column answered_on date;

-- Told on a board, there is no message of ours to point at. (The rule is made anew without a look at the rows that are there:
-- they kept the stricter one.)
alter table hotline.planning_telling drop constraint planning_told_or_not;
alter table hotline.planning_telling add constraint planning_told_or_not
  check ((told_at is null) = (could_not is not null) and (message_id is null or told_at is not null)) not valid;
