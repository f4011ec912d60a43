-- Up Migration
-- Replies that the team writes again and again, with a few to begin with.

create table hotline.saved_reply (
  id uuid primary key,
  name text not null,
  body text not null,
  locale text not null check (locale in ('ko', 'en')),
  created_by uuid references hotline.person,
  changed_at timestamptz not null,
  version int not null default 1
);
create index saved_reply_name on hotline.saved_reply (name, id);
select hotline.protect('hotline.saved_reply');
select hotline.open_to_staff('hotline.saved_reply', 'select, insert, update, delete');

insert into hotline.saved_reply (id, name, locale, changed_at, body) values
  (gen_random_uuid(), '접수했어요', 'ko', '2026-01-01', E'{{contact}} 님, 안녕하세요. {{me}}이에요.\n말씀해 주신 내용 확인했고, 살펴본 뒤 다시 말씀드릴게요.'),
  (gen_random_uuid(), '화면과 순서를 여쭤봐요', 'ko', '2026-01-01', E'{{contact}} 님, 조금 더 정확히 보려고 여쭤봐요.\n1. 어떤 화면에서 무엇을 누르셨나요?\n2. 언제부터 그랬나요? 다른 분도 같은가요?\n3. 화면을 캡처해서 올려 주시면 큰 도움이 돼요.'),
  (gen_random_uuid(), '개발팀에 전달했어요', 'ko', '2026-01-01', E'{{contact}} 님, 재현되는 것을 확인하고 개발팀에 전달했어요.\n고쳐지면 이 대화에서 가장 먼저 알려 드릴게요.'),
  (gen_random_uuid(), '의견을 기록했어요', 'ko', '2026-01-01', E'{{contact}} 님, 좋은 의견 고맙습니다.\n{{company}}의 요청으로 기록했고, 매주 제품 기획에서 함께 살펴봐요. 정해지는 것이 있으면 여기에서 알려 드릴게요.'),
  (gen_random_uuid(), '해결되었는지 여쭤봐요', 'ko', '2026-01-01', E'{{contact}} 님, 안내해 드린 방법으로 잘 되셨나요?\n아직 불편하시면 이 대화에 그대로 적어 주세요.'),
  (gen_random_uuid(), 'We are on it', 'en', '2026-01-01', E'Hello {{contact}}, this is {{me}}.\nThank you for telling us. I am looking into it and will come back to you here.'),
  (gen_random_uuid(), 'What exactly happens', 'en', '2026-01-01', E'{{contact}}, to find it quickly:\n1. On which page were you, and what did you click?\n2. Since when, and does it happen to your colleagues too?\n3. A screenshot would help a lot.'),
  (gen_random_uuid(), 'Passed on to our engineers', 'en', '2026-01-01', E'{{contact}}, we can see the same here and have passed it on to our engineers.\nYou will be the first to hear in this thread when it is fixed.'),
  (gen_random_uuid(), 'Your idea is recorded', 'en', '2026-01-01', E'Thank you, {{contact}}. This is recorded as a request of {{company}}; product planning looks at these every week.\nWe will tell you here what becomes of it.'),
  (gen_random_uuid(), 'Did it help?', 'en', '2026-01-01', E'{{contact}}, did that work for you?\nIf not, just answer in this thread.');
