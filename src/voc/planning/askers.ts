// Whoever asked for what a planning item is about, the place where they did, and why somebody cannot be told there.
import { type Sql, sql } from '../../platform/database/index.js';

/**
 * Why somebody cannot be told: no thread to say it in, nobody known (on a board our team's answer is the telling), gone, or
 * without access to the space.
 */
export const COULD_NOT = ['NO_THREAD', 'ANONYMOUS', 'PERSON_LEFT', 'NO_ACCESS'] as const;
export type CouldNot = (typeof COULD_NOT)[number];

/** On a board days are all that is known. */
const decidedOn = sql`(plan.decided_at at time zone (select zone from hotline.installation))::date`;

/**
 * One row for each item behind the planning items of which `plan` holds (an alias of hotline.planning_item) and their
 * `decision`. A person who was merged is the one kept; an item that names nobody was asked by who opened its thread.
 */
export const askers = (plan: Sql, decision: Sql): Sql => sql`
  select plan.id as planning_item_id, item.id as item_id, item.thread_id, item.company_id, item.category, item.week, item.occurred_at,
    asker.id as person_id, coalesce(asker.locale, 'ko') as locale, telling.told_at, telling.message_id,
    plan.decided_at, item.answered_on, item.original_url,
    case when telling.told_at is not null then null
      when item.thread_id is null and item.channel = 'COMMUNITY' then case when item.answered_on >= ${decidedOn} then null else 'ANONYMOUS' end
      when item.thread_id is null then 'NO_THREAD'
      when asker.id is null or asker.staff_role is not null or asker.deactivated_at is not null or contact.left_at is not null
        then 'PERSON_LEFT'
      when contact.person_id is null or member.person_id is null then 'NO_ACCESS' end as could_not
  from hotline.planning_item plan
  join hotline.planning_voc behind on behind.planning_item_id = plan.id
  join hotline.voc_item item on item.id = behind.item_id
  left join hotline.thread thread on thread.id = item.thread_id
  left join hotline.space space on space.id = thread.space_id
  left join hotline.person named on named.id = coalesce(item.person_id, thread.opened_by)
  left join hotline.person asker on asker.id = coalesce(named.merged_into_id, named.id)
  left join hotline.company_contact contact on contact.person_id = asker.id and contact.company_id = space.company_id
  left join hotline.space_member member on member.person_id = asker.id and member.space_id = thread.space_id
    and member.side = 'CONTACT' and member.left_at is null
  left join hotline.planning_telling telling on telling.planning_item_id = plan.id and telling.item_id = item.id
    and telling.decision = ${decision}
  where ${plan}`;
