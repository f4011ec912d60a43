// Inquiries of other channels and other weeks, brought in at once with the category that the test says.
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { type Channel, bringThreads } from '../../src/threads/index.js';
import type { Category } from '../../src/voc/index.js';
import type { Company, Person, World } from '../world/world.js';

export const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'] as const;

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

/** Every figure of the week beside the length of the list behind it; the two columns must be equal. */
export async function figuresAndLists(
  who: Person,
  week: string,
): Promise<{ figures: object; lists: object }> {
  const voc = await weekOf(who, week);
  const areas = (await who.get('query { productAreas { id } }')).productAreas as { id: string }[];
  const figures: Record<string, number> = { total: voc.total };
  const lists: Record<string, number> = { total: await listed(who, week) };
  const put = async (name: string, shown: number, filter: object) => {
    figures[name] = shown;
    lists[name] = await listed(who, week, filter);
  };
  for (const category of CATEGORIES)
    await put(category, voc.categories.find((each) => each.category === category)?.count ?? -1, { category });
  for (const channel of [
    'HOTLINE',
    'CHAT',
    'EMAIL',
    'PHONE',
    'KAKAO',
    'CHANNEL_TALK',
    'COMMUNITY',
    'TRAINING',
    'API',
  ]) {
    await put(channel, voc.channels.find((each) => each.channel === channel)?.count ?? 0, { channel });
  }
  for (const tier of ['STANDARD', 'PREMIUM', 'VIP'])
    await put(tier, voc.tiers.find((each) => each.tier === tier)?.count ?? 0, { tier });
  for (const { id } of areas)
    await put(id, voc.areas.find(({ productArea }) => productArea?.id === id)?.count ?? 0, {
      productAreaId: id,
    });
  await put('NONE', voc.areas.find(({ productArea }) => productArea === null)?.count ?? 0, {
    productAreaId: 'NONE',
  });
  for (const { company, count } of voc.companies) await put(company.id, count, { companyId: company.id });
  return { figures, lists };
}
