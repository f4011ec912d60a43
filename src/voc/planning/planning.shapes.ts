// Rows of planning as GraphQL shows them.
import { found } from '../../platform/errors.js';
import { type GraphqlContext, byKey, globalId } from '../../platform/graphql/index.js';
import { weekName } from '../../platform/week.js';
import type { LinkState, Provider } from './links.js';
import type * as shapes from './planning.graphql.js';
import type { LinkRow, PlanningReads, PlanningRow, VoiceRow } from './planning.reads.js';

export const planningShape = (row: PlanningRow): shapes.PlanningItemType => ({
  id: globalId('planningitem', row.id),
  uuid: row.id,
  number: row.number,
  title: row.title,
  description: row.description,
  kind: row.kind,
  state: row.state,
  release: row.release,
  public: row.public,
  wording: { titleKo: row.title_ko, titleEn: row.title_en, bodyKo: row.body_ko, bodyEn: row.body_en },
  decidedAt: row.decided_at,
  createdAt: row.created_at,
  version: row.version,
  ownerUuid: row.owner_id,
  createdByUuid: row.created_by,
});

export const linkShape = (row: LinkRow): shapes.WorkLinkType => ({
  id: globalId('worklink', row.id),
  url: row.url,
  provider: row.provider as Provider,
  key: row.key,
  state: row.state as LinkState | null,
  stateWord: row.state_word,
  stateAt: row.state_at,
});

export const voiceShape = (row: VoiceRow): shapes.PlanningVoice => ({
  itemId: globalId('vocitem', row.item_id),
  quote: row.quote,
  language: row.language,
  category: row.category,
  channel: row.channel,
  week: weekName(row.week),
  occurredAt: row.occurred_at,
  locale: row.locale,
  toldAt: row.told_at,
  couldNot: row.could_not,
  originalUrl: row.original_url,
  planningItemUuid: row.planning_item_id,
  threadUuid: row.thread_id,
  companyUuid: row.company_id,
  personUuid: row.person_id,
});

export async function loadPlanningItem(
  context: GraphqlContext,
  reads: PlanningReads,
  id: string,
): Promise<shapes.PlanningItemType> {
  const row = await context.load('planningitem', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return planningShape(found(row));
}
