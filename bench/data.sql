-- The data set of the benchmarks: made by SQL alone, the same every time. :companies companies with 50 threads each,
-- every 50th with 30 messages, the others with 4 or 5; 20 agents and 250 more staff who only watch.
create temporary table c as
  select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as company,
         ('00000000-0000-7000-8001-' || lpad(to_hex(i), 12, '0'))::uuid as space
  from generate_series(1, :companies) i;

insert into hotline.company (id, handle, name, name_search, employees, tier, created_at)
select company, 'bench-' || i, '벤치회사 ' || i, '벤치회사 ' || i, 50 + i % 3000,
       (array['STANDARD', 'PREMIUM', 'VIP'])[1 + i % 3], '2024-01-01'
from c;
insert into hotline.space (id, company_id, opened_at) select space, company, '2024-01-01' from c;

-- Contacts: three of each company; staff: person 1 to 270.
create temporary table p as
  select i, j, ('00000000-0000-7000-8002-' || lpad(to_hex(i * 4 + j), 12, '0'))::uuid as person, company, space
  from c cross join generate_series(1, 3) j;
insert into hotline.person (id, email, name, name_search, created_at)
select person, 'contact-' || i || '-' || j || '@bench.example', '담당 ' || i || ' ' || j, '담당 ' || i || ' ' || j, '2024-01-01' from p;
insert into hotline.company_contact (company_id, person_id, joined_at) select company, person, '2024-01-01' from p;
insert into hotline.space_member (space_id, person_id, side, role, joined_at)
select space, person, 'CONTACT', case j when 1 then 'OWNER' else 'MEMBER' end, '2024-01-01' from p;
create temporary table s as
  select i, ('00000000-0000-7000-8003-' || lpad(to_hex(i), 12, '0'))::uuid as person from generate_series(1, 270) i;
insert into hotline.person (id, email, name, name_search, staff_role, created_at)
select person, 'staff-' || i || '@bench.example', '직원 ' || i, '직원 ' || i, 'LEAD', '2024-01-01' from s;

-- One session each; the token is 'bench-session-of-' and the person's id.
insert into hotline.session (id, token_hash, person_id, created_at, expires_at)
select gen_random_uuid(), sha256(convert_to('bench-session-of-' || person, 'UTF8')), person, '2024-01-01', '2099-01-01'
from (select person from p union all select person from s) everybody;

create temporary table t as
  select n, ('00000000-0000-7000-8004-' || lpad(to_hex(n), 12, '0'))::uuid as thread, c.space, c.company, c.i,
         ('00000000-0000-7000-8002-' || lpad(to_hex(c.i * 4 + 1 + n % 3), 12, '0'))::uuid as contact,
         ('00000000-0000-7000-8003-' || lpad(to_hex(1 + n % 20), 12, '0'))::uuid as agent,
         case when k = 1 then 30 when n % 2 = 0 then 5 else 4 end as messages,
         case when k <= 3 then 'OPEN' when k <= 5 then 'WAITING_FOR_CLIENT' when k <= 10 then 'RESOLVED' else 'CLOSED' end as state,
         timestamptz '2024-11-25' + (n * 7919 % 1043280) * interval '1 minute' as at,
         n % 50 = 7 as searched
  from c cross join generate_series(1, 50) k cross join lateral (select (c.i - 1) * 50 + k as n) numbered;

insert into hotline.thread (id, number, space_id, opened_by, opened_side, title, first_line, state, channel, assignee_id,
  created_at, last_message_at, last_seq, unanswered_since, first_response_at, resolved_at, contact_seen_seq, staff_seen_seq)
select thread, 1000 + n, space, contact, 'CONTACT', null,
       case when searched then '간트차트에서 일정이 어긋나 보여요 ' else '프로젝트 알림이 오지 않아서 문의드려요 ' end || n,
       state, 'HOTLINE', agent, at, at + messages * interval '20 minutes', messages,
       case when state = 'OPEN' then at end, at + interval '20 minutes',
       case when state in ('RESOLVED', 'CLOSED') then at + messages * interval '20 minutes' end, messages, messages
from t;
select setval('hotline.thread_number', 1000 + (select max(n) from t));

insert into hotline.message (id, thread_id, space_id, seq, author_id, side, body, created_at)
select ('00000000-0000-7001-' || substr(md5(n || '-' || seq), 1, 4) || '-' || lpad(to_hex(n * 64 + seq), 12, '0'))::uuid,
       thread, space, seq, case seq % 2 when 1 then contact else agent end,
       case seq % 2 when 1 then 'CONTACT' else 'STAFF' end,
       '안녕하세요. ' || n || '번 문의의 ' || seq || '번째 메시지입니다. 어제부터 같은 화면에서 계속 같은 일이 생기고 있어 확인을 부탁드립니다.',
       at + seq * interval '20 minutes'
from t cross join lateral generate_series(1, messages) seq;

insert into hotline.thread_read (thread_id, space_id, person_id, seq, read_at)
select thread, space, agent, messages, at + interval '1 day' from t;

insert into hotline.voc_item (id, source, thread_id, company_id, company_tier, person_id, channel, language, quote, category,
  proposed_category, confidence, model_version, occurred_at, week, created_at)
select gen_random_uuid(), 'thread:' || thread, thread, company, 'STANDARD', contact, 'HOTLINE', 'ko',
       '프로젝트 알림이 오지 않아서 문의드려요 ' || n, category, category, 0.8, 1, at, hotline.week_of(at, 'Asia/Seoul'), at
from t cross join lateral (select (array['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'])[1 + n % 5] as category) k;
select hotline.voc_fold();
drop table c, p, s, t;
