// Inquiries of other channels and other weeks, brought in at once with the category that the test says.
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { CHANNELS, type Channel, bringThreads } from '../../src/threads/index.js';
import type { Category } from '../../src/voc/index.js';
import type { Company, Person, World } from '../world/world.js';

export const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'] as const;

const TIERS = ['STANDARD', 'PREMIUM', 'VIP'];

export type Inquiry = {
  company: Company;
  person: Person;
  at: string | Date;
  category: Category;
  channel?: Channel;
  /** A product area's uuid. */
  area?: string | null;
  body?: string;
};

/** Returns the uuids of their threads. Each is counted by the product's own rule, then given its category. */
export async function bring(world: World, inquiries: Inquiry[]): Promise<string[]> {
  return world.app.get(Database).transact(system, async (tx) => {
    const ids = await bringThreads(
      tx,
      inquiries.map(({ company, person, at, channel, body }, index) => ({
        spaceId: company.spaceUuid,
        personId: person.uuid,
        channel: channel ?? 'CHAT',
        body: body ?? `문의 ${index}`,
        at: new Date(at),
      })),
    );
    const sorted = inquiries.map(({ category, area }, index) => ({
      thread: ids[index],
      category,
      area: area ?? null,
    }));
    await tx.sql(sql`update hotline.voc_item item set category = s.category, product_area_id = s.area
      from json_to_recordset(${JSON.stringify(sorted)}::json) as s(thread uuid, category text, area uuid)
      where item.thread_id = s.thread`);
    return ids;
  });
}

type Figure = { count: number };
export type Week = {
  total: number;
  categories: (Figure & { category: string })[];
  channels: (Figure & { channel: string })[];
  tiers: (Figure & { tier: string })[];
  areas: (Figure & { productArea: { id: string } | null })[];
  companies: (Figure & { company: { id: string } })[];
};

const WEEK = `query ($week: String) { weeklyVoc(week: $week) { total categories { category count } channels { channel count }
  tiers { tier count } areas { count productArea { id } } companies { count company { id } } } }`;

export const weekOf = async (who: Person, week: string): Promise<Week> =>
  (await who.get(WEEK, { week })).weeklyVoc;

/** How many items the list of the week has, with this filter. */
export async function listed(who: Person, week: string, filter: object = {}): Promise<number> {
  const query = `query ($week: String, $category: Category, $channel: Channel, $productAreaId: ID, $tier: Tier, $companyId: ID) {
    vocItems(week: $week, category: $category, channel: $channel, productAreaId: $productAreaId, tier: $tier,
      companyId: $companyId, state: COUNTED, first: 1) { totalCount } }`;
  return (await who.get(query, { week, ...filter })).vocItems.totalCount;
}

type Asked = { name: string; shown: number; filter: string };

/** Lists that one document asks for: as many as it may rename. */
const LISTS_AT_ONCE = 15;

/** Every figure of the week beside the length of the list behind it; the two columns must be equal. */
export async function figuresAndLists(
  who: Person,
  week: string,
): Promise<{ figures: Record<string, number>; lists: Record<string, number> }> {
  const voc = await weekOf(who, week);
  const areas = (await who.get('query { productAreas { id } }')).productAreas as { id: string }[];
  const count = <Row extends Figure>(rows: Row[], wanted: (row: Row) => boolean): number =>
    rows.find(wanted)?.count ?? 0;
  const asked: Asked[] = [
    { name: 'total', shown: voc.total, filter: '' },
    ...CATEGORIES.map((name) => ({
      name,
      shown: count(voc.categories, (row) => row.category === name),
      filter: `category: ${name}`,
    })),
    ...CHANNELS.map((name) => ({
      name,
      shown: count(voc.channels, (row) => row.channel === name),
      filter: `channel: ${name}`,
    })),
    ...TIERS.map((name) => ({
      name,
      shown: count(voc.tiers, (row) => row.tier === name),
      filter: `tier: ${name}`,
    })),
    ...areas.map(({ id }) => ({
      name: id,
      shown: count(voc.areas, (row) => row.productArea?.id === id),
      filter: `productAreaId: "${id}"`,
    })),
    {
      name: 'NONE',
      shown: count(voc.areas, (row) => row.productArea === null),
      filter: 'productAreaId: "NONE"',
    },
    ...voc.companies.map(({ company, count: shown }) => ({
      name: company.id,
      shown,
      filter: `companyId: "${company.id}"`,
    })),
  ];
  const lists: Record<string, number> = {};
  for (let from = 0; from < asked.length; from += LISTS_AT_ONCE) {
    const part = asked.slice(from, from + LISTS_AT_ONCE);
    const fields = part.map(
      ({ filter }, index) =>
        `list${index}: vocItems(week: $week, state: COUNTED, first: 1 ${filter}) { totalCount }`,
    );
    const answer = await who.get(`query ($week: String) { ${fields.join(' ')} }`, { week });
    for (const [index, { name }] of part.entries()) lists[name] = answer[`list${index}`].totalCount;
  }
  return { figures: Object.fromEntries(asked.map(({ name, shown }) => [name, shown])), lists };
}
