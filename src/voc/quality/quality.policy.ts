// Who looks a second time, who sees how well colleagues agree, and what is offered to whom.
import { type Actor, type StaffActor, answers, leads } from '../../platform/actor.js';
import { type Sql, sql } from '../../platform/database/index.js';
import { canReadVoc } from '../items/index.js';

/** Draws older than this are offered no longer: nobody remembers what was meant, and newer weeks need the second look more. */
const OFFERED_DAYS = 56;

/** For so long a second coder may think again; nothing of the first coding was shown meanwhile. */
const THINK_AGAIN_MINUTES = 5;

export const canLookTwice = (actor: Actor): actor is StaffActor => answers(actor);

/** Agreement by week, without names. */
export const canReadAgreement = (actor: Actor): boolean => canReadVoc(actor);

/** How single colleagues code is for those who lead them. */
export const canReadCoders = (actor: Actor): boolean => leads(actor);

export const canSetSample = (actor: Actor): boolean => leads(actor);

/** The actor, also as the person they were before a merge. */
const oneself = (actor: StaffActor): Sql =>
  sql`(select id from hotline.person where ${actor.personId}::uuid in (id, merged_into_id))`;

/** Never the own ones: neither decided on nor withdrawn or restored by the actor. Aliases `second` and `item`. */
const notOwn = (actor: StaffActor): Sql => sql`
  item.coded_by is not null and item.coded_by not in ${oneself(actor)}
  and not exists (select 1 from hotline.voc_change change where change.item_id = item.id
                  and change.kind <> 'AREA' and change.actor_id in ${oneself(actor)})`;

/** What waits for a second look by this actor, under the aliases `second` and `item`. */
export const offeredTo = (actor: StaffActor, now: Date): Sql => sql`
  second.category is null and second.drawn_at > ${now}::timestamptz - ${OFFERED_DAYS} * interval '1 day'
  and item.state = 'COUNTED' and ${notOwn(actor)}`;

/** What the actor may code now: what is offered, and what they coded a moment ago. */
export const codableBy = (actor: StaffActor, now: Date): Sql => sql`
  ((${offeredTo(actor, now)}) or (second.coder_id = ${actor.personId}
    and second.at > ${now}::timestamptz - ${THINK_AGAIN_MINUTES} * interval '1 minute' and item.state = 'COUNTED'))`;
