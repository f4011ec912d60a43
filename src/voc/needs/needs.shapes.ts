// Rows of needs as GraphQL shows them.
import { found } from '../../platform/errors.js';
import { type GraphqlContext, byKey, globalId } from '../../platform/graphql/index.js';
import { type Monday, addWeeks, weekName } from '../../platform/week.js';
import type * as shapes from './needs.graphql.js';
import {
  type FiguresRow,
  type NeedChangeRow,
  type NeedRow,
  type NeedsReads,
  TREND_WEEKS,
} from './needs.reads.js';

export const needShape = (row: NeedRow): shapes.NeedType => ({
  id: globalId('need', row.id),
  uuid: row.id,
  number: row.number,
  title: row.title,
  description: row.description,
  createdAt: row.created_at,
  version: row.version,
  areaUuid: row.product_area_id,
  createdByUuid: row.created_by,
  mergedIntoUuid: row.merged_into_id,
});

/** A need that nothing is in has zeros. `week` is the running one. */
export function figuresShape(row: FiguresRow | null, week: Monday): shapes.NeedFigures {
  const counted = new Map((row?.trend ?? []).map((each) => [each.week, each.n]));
  return {
    mentions: row?.mentions ?? 0,
    companies: row?.companies ?? 0,
    seats: row?.seats ?? 0,
    growth: row?.growth ?? 0,
    trend: Array.from({ length: TREND_WEEKS }, (_, index) => {
      const monday = addWeeks(week, index - TREND_WEEKS + 1);
      return { week: weekName(monday), mentions: counted.get(monday) ?? 0 };
    }),
    categories: (row?.categories ?? []).map(({ category, n }) => ({ category, mentions: n })),
    lastSaidAt: row?.last_at ?? null,
  };
}

/** Ids leave as they leave everywhere. */
const said = (kind: string, value: string | null): string | null =>
  kind === 'AREA' && value ? globalId('area', value) : value;

export const changeShape = (row: NeedChangeRow): shapes.NeedChange => ({
  at: row.at,
  kind: row.kind,
  from: said(row.kind, row.from_value),
  to: said(row.kind, row.to_value),
  items: row.items,
  needMergeId: row.merge_id ? globalId('needmerge', row.merge_id) : null,
  undoable: row.undoable,
  actorUuid: row.actor_id,
  itemUuid: row.item_id,
  fromNeedUuid: row.from_need_id,
  toNeedUuid: row.to_need_id,
});

export async function loadNeed(
  context: GraphqlContext,
  reads: NeedsReads,
  id: string,
): Promise<shapes.NeedType> {
  const row = await context.load('need', id, async (ids) =>
    byKey(await reads.byIds(context.actor, ids), (each) => each.id),
  );
  return needShape(found(row));
}
