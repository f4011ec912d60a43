-- For `--items`: :items VOC items of five years by hand, a batch at a time, as they would come: the triggers that keep the weeks run.
insert into hotline.voc_item (id, source, company_id, company_tier, channel, language, quote, category, product_area_id,
  proposed_category, confidence, model_version, occurred_at, week, created_at)
select gen_random_uuid(), 'bench:' || n, company.id, company.tier,
       (array['CHAT', 'EMAIL', 'PHONE', 'KAKAO', 'CHANNEL_TALK'])[1 + n / 7 % 5], 'ko',
       '프로젝트 알림이 오지 않아서 문의드려요 ' || n, category, area.id, category, 0.8, 1, at,
       hotline.week_of(at, 'Asia/Seoul'), at
from generate_series(:first, :last) n
cross join lateral (select (array['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'])[1 + n % 5] as category,
                           timestamptz '2021-12-01' + (n::bigint * 7919 % 2620800) * interval '1 minute' as at) k
join company on company.i = n % :companies
left join area on area.i = n % 16;
