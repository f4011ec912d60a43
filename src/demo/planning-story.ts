// Tells what planning made of the needs, with the clock of the story; who asked is told in their threads as it happens.
import type { INestApplicationContext } from '@nestjs/common';
import { type StaffActor, system } from '../platform/actor.js';
import { Database, sql } from '../platform/database/index.js';
import { DecisionTelling, PlanningService } from '../voc/index.js';
import { demoPlans } from './content.js';
import type { StoryCalendar, StoryClock } from './story-time.js';

const MINUTE = 60_000;

export async function tellPlans(
  app: INestApplicationContext,
  clock: StoryClock,
  calendar: StoryCalendar,
  planner: StaffActor,
): Promise<void> {
  const database = app.get(Database);
  const planning = app.get(PlanningService);
  const telling = app.get(DecisionTelling);
  for (const plan of demoPlans) {
    const need = await database.readOne<{ id: string; last: Date | null }>(
      system,
      sql`select need.id, max(thread.last_message_at) as last from hotline.need need
          left join hotline.voc_item item on item.need_id = need.id
          left join hotline.thread thread on thread.id = item.thread_id
          where need.title = ${plan.need} group by 1`,
    );
    if (!need) throw new Error(`The story has no need called ${plan.need}.`);
    clock.set(calendar.moment(plan.daysAgo, '10:05'));
    const { title, kind, reason } = plan;
    const made = { title, kind, reason, description: null, needIds: [need.id], ownerId: planner.personId };
    const id = await planning.make(planner, made, null);
    let version = 1;
    if (plan.words) {
      await planning.change(planner, id, version, { ...plan.words, public: plan.open });
      version += 1;
    }
    for (const url of plan.links) await planning.addLink(planner, id, url);
    for (const { daysAgo, at, state, reason: why, release } of plan.decisions) {
      // Nobody is told of it before the last thing that was said there.
      const spoken = need.last ? need.last.getTime() + MINUTE : 0;
      const moment = calendar.moment(daysAgo, at);
      const told = state === 'SHIPPED' || state === 'DECLINED';
      clock.set(told && spoken > moment.getTime() ? new Date(spoken) : moment);
      await planning.decide(planner, id, version, {
        state,
        reason: why,
        wording: null,
        ...(release ? { release } : {}),
      });
      version += 1;
      if (told) await telling.tell(id);
    }
  }
}
