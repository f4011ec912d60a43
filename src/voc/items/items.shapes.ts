// Rows of VOC items as GraphQL shows them.
import { found } from '../../platform/errors.js';
import { type GraphqlContext, byKey, globalId } from '../../platform/graphql/index.js';
import { weekName } from '../../platform/week.js';
import type * as shapes from './items.graphql.js';
import { type AreaRow, type ItemRow, type ItemsReads, originOf } from './items.reads.js';

export const itemShape = (row: ItemRow): shapes.VocItemType => ({
  id: globalId('vocitem', row.id),
  uuid: row.id,
  quote: row.quote,
  summary: row.summary,
  severity: row.severity,
  origin: originOf(row.source),
  originalUrl: row.original_url,
  messageId: row.message_id ? globalId('message', row.message_id) : null,
  category: row.category,
  proposedCategory: row.proposed_category,
  confidence: row.confidence,
  reviewed: row.coded_by !== null,
  codedAt: row.coded_at,
  channel: row.channel,
  language: row.language,
  tier: row.company_tier,
  companySeats: row.company_seats,
  occurredAt: row.occurred_at,
  week: weekName(row.week),
  state: row.state,
  withdrawnReason: row.withdrawn_reason,
  version: row.version,
  threadUuid: row.thread_id,
  messageUuid: row.message_id,
  needUuid: row.need_id,
  createdByUuid: row.created_by,
  companyUuid: row.company_id,
  personUuid: row.person_id,
  codedByUuid: row.coded_by,
  areaUuid: row.product_area_id,
});

export const areaShape = (row: AreaRow): shapes.ProductAreaType => ({
  id: globalId('area', row.id),
  parentId: row.parent_id ? globalId('area', row.parent_id) : null,
  nameKo: row.name_ko,
  nameEn: row.name_en,
});

/** Ids leave as they leave everywhere. */
export const changed = (kind: string, value: string | null): string | null =>
  kind === 'AREA' && value ? globalId('area', value) : value;

export async function loadItem(
  context: GraphqlContext,
  reads: ItemsReads,
  id: string,
): Promise<shapes.VocItemType> {
  const row = await context.load('vocitem', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return itemShape(found(row));
}

/** The whole tree is one small read, once a request. */
export async function loadArea(
  context: GraphqlContext,
  reads: ItemsReads,
  id: string | null,
): Promise<shapes.ProductAreaType | null> {
  if (!id) return null;
  const row = await context.load('area', id, async () =>
    byKey(await reads.areas(context.actor), (each) => each.id),
  );
  return row ? areaShape(row) : null;
}
