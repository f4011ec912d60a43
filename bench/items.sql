-- For `--items`: a batch of VOC items of five years that no thread has.
insert into hotline.voc_item (id, source, company_id, company_tier, channel, language, quote, category, product_area_id,
  proposed_category, confidence, model_version, occurred_at, week, created_at)
select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench:' || n, company.id, company.tier,
       (array['CHAT', 'EMAIL', 'PHONE', 'KAKAO', 'CHANNEL_TALK'])[1 + n / 7 % 5], 'ko',
       '프로젝트 알림이 오지 않아서 문의드려요 ' || n, category, area.id, category, 0.8, 1, at,
       hotline.week_of(at, 'Asia/Seoul'), at
from generate_series(:first, :last) n
cross join lateral (select (array['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'])[1 + n % 5] as category,
                           timestamptz '2021-12-01' + (n::bigint * 7919 % 2620800) * interval '1 minute' as at) k
join company on company.i = n % :companies
left join area on area.i = n % 16;
