-- A board of :threads questions with their answers, made by SQL alone, the same every time. :texts is a JSON list of { title, body, grams }:
-- the first is in 30 questions or so, the second in every 50th, the third in every third of the others, the rest share what is left.
insert into boards.board (id, name, about, rules, anonymous, everyone, tiers, company_ids, created_on)
values ('00000000-0000-4000-8000-000000000001', '벤치', '', '', true, true, '{}', '{}', '2024-01-01');

create temporary table said as
  select (row_number() over () - 1)::int as i, title, body, grams
  from jsonb_to_recordset($json$:texts$json$) as text(title text, body text, grams int[]);

create temporary table q as
  select n, md5('thread ' || n)::uuid as thread, sha256(convert_to('asker ' || n, 'UTF8')) as asker,
    sha256(convert_to('helper ' || n, 'UTF8')) as helper,
    -- A day holds a hundred questions of a large board, and one of a small one.
    date '2024-01-01' + (n::bigint * least(1000, :threads) / :threads)::int as day,
    case when n % 5 < 2 then 0 else n % 5 - 1 end as answers,
    case when n % greatest(:threads / 30, 1) = 0 then 0 when n % 50 = 7 then 1 when n % 3 = 1 then 2
      else 3 + n % ((select count(*)::int from said) - 3) end as what
  from generate_series(1, :threads) n;

insert into boards.thread (id, board_id, title, tags, grams, created_on, answers, helpful, last_seq)
select thread, '00000000-0000-4000-8000-000000000001', title,
  array_remove(array[case when n % 3 = 0 then '결재' end, case when n % greatest(:threads / 30, 1) = 1 then '드문말' end,
    '태그' || n % 12], null), grams, day, answers, n * 7919 % 50, 1 + answers
from q join said on said.i = q.what;

insert into boards.writer (thread_id, tag, pseudonym) select thread, asker, n % 1600 from q;
insert into boards.writer (thread_id, tag, pseudonym) select thread, helper, (n + 1) % 1600 from q where answers > 0;

insert into boards.post (id, thread_id, seq, kind, tag, sealed, key_version, body, created_on)
select thread, thread, 1, 'QUESTION', asker, asker, 1, body, day from q join said on said.i = q.what;
insert into boards.post (id, thread_id, seq, kind, tag, sealed, key_version, official_name, body, created_on)
select md5('answer ' || n || ' ' || k)::uuid, thread, k + 1, 'ANSWER', case when not official then helper end,
  case when not official then helper end, case when not official then 1 end, case when official then '김상담' end,
  '저희는 대결자를 정해 두고 이틀에 한 번만 알림을 봐요. ' || n, day
from q cross join lateral (select k, n % 10 = 9 and k = 1 as official from generate_series(1, answers) k) each;

drop table said, q;
