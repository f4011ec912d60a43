// Items that customers said, brought in at once, and what a need counts, beside a recount of the rows themselves.
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { globalId } from '../../src/platform/graphql/index.js';
import type { Person, World } from '../world/world.js';
import { type Inquiry, bring } from './inquiries.js';

export const FIGURES = 'figures { mentions companies seats growth }';

export type Figures = { mentions: number; companies: number; seats: number; growth: number };

/** Ids of the items, in the order in which they were said. */
export async function itemsOf(world: World, inquiries: Inquiry[]): Promise<string[]> {
  const threads = await bring(world, inquiries);
  const rows = await world.rows<{ id: string; thread_id: string }>(
    sql`select id, thread_id from hotline.voc_item where thread_id = any(${threads}::uuid[])`,
  );
  return threads.map((thread) =>
    globalId('vocitem', rows.find(({ thread_id }) => thread_id === thread)?.id ?? ''),
  );
}

/** Nobody knows who said it, as with an anonymous post. */
export const forgetWho = (world: World, itemId: string): Promise<unknown> =>
  world.app.get(Database).transact(system, (tx) =>
    tx.sql(sql`update hotline.voc_item set company_id = null, person_id = null, channel = 'COMMUNITY'
        where id = ${itemId.replace('vocitem_', '')}::uuid`),
  );

export const needOf = async (who: Person, id: string): Promise<Figures> =>
  (await who.get(`query ($id: ID!) { node(id: $id) { ... on Need { ${FIGURES} } } }`, { id })).node.figures;

/** What the rows themselves say, without the product's own reads. */
export async function recount(world: World, needId: string): Promise<Omit<Figures, 'growth'>> {
  const items = await world.rows<{ company_id: string | null; employees: number | null }>(sql`
    select item.company_id, company.employees from hotline.voc_item item
    left join hotline.company company on company.id = item.company_id
    where item.need_id = ${needId.replace('need_', '')}::uuid and item.state = 'COUNTED'`);
  const seats = new Map(
    items.flatMap((row) => (row.company_id ? [[row.company_id, row.employees ?? 0]] : [])),
  );
  return {
    mentions: items.length,
    companies: seats.size,
    seats: [...seats.values()].reduce((sum, n) => sum + n, 0),
  };
}

/** How many rows the list behind the number has. */
export const mentionsListed = async (who: Person, filter: object): Promise<number> => {
  const query = `query ($needId: ID, $companyId: ID, $week: String) {
    vocItems(needId: $needId, companyId: $companyId, week: $week, state: COUNTED, first: 1) { totalCount } }`;
  return (await who.get(query, filter)).vocItems.totalCount;
};
