// Whatever people do in whatever order, every need counts what a recount of its rows counts, and nothing is lost.
import { sql } from '../../src/platform/database/index.js';
import { Chance } from '../faults/chance.js';
import { type Person, World } from '../world/world.js';
import { type Figures, forgetWho, itemsOf, needOf, recount } from './needing.js';

let world: World;
let doyun: Person;
let items: string[];

const STEPS = 60;

beforeAll(async () => {
  world = await World.open();
  doyun = await world.staff('AGENT', '강도윤');
  const companies = [
    await world.company('한빛전자', { employees: 300 }),
    await world.company('다산물류', { employees: 120 }),
    await world.company('새봄병원', { employees: 70 }),
  ];
  const people = await Promise.all(companies.map((company) => world.contact(company)));
  items = await itemsOf(
    world,
    Array.from({ length: 12 }, (_, index) => ({
      company: companies[index % 3] as (typeof companies)[number],
      person: people[index % 3] as Person,
      at: `2026-11-${String(2 + index).padStart(2, '0')}T03:00:00Z`,
      category: 'FEATURE' as const,
    })),
  );
  for (const anonymous of items.slice(10)) await forgetWho(world, anonymous);
});
afterAll(() => world.close());

/** Where each item should be: a merge that is undone is the only way that is ever taken back. */
type Way = { to: string | null; merge: string | null };
type Merge = { id: string; kept: string; duplicate: string; before: [Figures, Figures]; step: number };

describe.each([1, 7, 2026])('joining, leaving, merging, undoing, withdrawing at random (seed %i)', (seed) => {
  it('leaves all counts equal to a recount, and every item where the last of its ways led', async () => {
    const chance = new Chance(seed);
    await doyun.do('leaveNeed', { itemIds: items }, 'items { id }');
    const needs: string[] = [];
    for (let n = 0; n < 5; n++)
      needs.push(
        (await doyun.do('createNeed', { title: `필요 ${seed}-${n}`, itemIds: [] }, 'need { id }')).need.id,
      );
    const ways = new Map<string, Way[]>(items.map((id) => [id, [{ to: null, merge: null }]]));
    const into = new Map<string, string>();
    const merges: Merge[] = [];
    const free = () => needs.filter((id) => !into.has(id));
    const at = (item: string) => ways.get(item)?.at(-1)?.to ?? null;
    const move = (item: string, to: string | null) => {
      if (at(item) !== to) ways.get(item)?.push({ to, merge: null });
    };
    let touched = 0;

    const acts: Record<string, (step: number) => Promise<void>> = {
      join: async (step) => {
        const [need, item] = [chance.of(free()), chance.of(items)];
        await doyun.do('joinNeed', { needId: need, itemIds: [item] }, 'need { id }');
        move(item, need);
        touched = step;
      },
      leave: async (step) => {
        const item = chance.of(items);
        await doyun.do('leaveNeed', { itemIds: [item] }, 'items { id }');
        move(item, null);
        touched = step;
      },
      merge: async (step) => {
        const kept = chance.of(free());
        const duplicate = chance.of(free());
        if (kept === duplicate) return;
        const before: [Figures, Figures] = [await needOf(doyun, kept), await needOf(doyun, duplicate)];
        const { need } = await doyun.do(
          'mergeNeeds',
          { keepNeedId: kept, duplicateNeedId: duplicate },
          'need { changes { kind needMergeId } }',
        );
        const id = need.changes[0].needMergeId;
        for (const item of items) if (at(item) === duplicate) ways.get(item)?.push({ to: kept, merge: id });
        into.set(duplicate, kept);
        merges.push({ id, kept, duplicate, before, step });
      },
      undo: async () => {
        const index = merges.findLastIndex(({ kept }) => !into.has(kept));
        const [merge] = index < 0 ? [] : merges.splice(index, 1);
        if (!merge) return;
        await doyun.do('undoNeedMerge', { needMergeId: merge.id }, 'need { id }');
        into.delete(merge.duplicate);
        for (const item of items) if (ways.get(item)?.at(-1)?.merge === merge.id) ways.get(item)?.pop();
        if (touched > merge.step || merges.some(({ step }) => step > merge.step)) return;
        expect([await needOf(doyun, merge.kept), await needOf(doyun, merge.duplicate)]).toEqual(merge.before);
      },
      decide: async (step) => {
        const itemId = chance.of(items);
        const { node } = await doyun.get(
          'query ($id: ID!) { node(id: $id) { ... on VocItem { state version } } }',
          {
            id: itemId,
          },
        );
        const name = node.state === 'COUNTED' ? 'withdrawVocItem' : 'restoreVocItem';
        await doyun.do(name, { itemId, version: node.version }, 'item { id }');
        touched = step;
      },
    };
    // Joining is as likely as all that takes apart.
    const names = ['join', 'join', 'join', 'leave', 'merge', 'undo', 'decide'];
    for (let step = 1; step <= STEPS; step++) {
      const name = chance.of(names);
      await acts[name]?.(step);
      if (step % 5 > 0) continue;
      for (const need of needs) expect(await needOf(doyun, need)).toMatchObject(await recount(world, need));
    }
    while (merges.length > 0) await acts.undo?.(STEPS + 1);
    for (const need of needs) expect(await needOf(doyun, need)).toMatchObject(await recount(world, need));
    const rows = await world.rows<{ id: string; need_id: string | null }>(
      sql`select id, need_id from hotline.voc_item`,
    );
    const found = new Map(
      rows.map(({ id, need_id }) => [
        `vocitem_${id.replaceAll('-', '')}`,
        need_id && `need_${need_id.replaceAll('-', '')}`,
      ]),
    );
    for (const item of items) expect([item, found.get(item)]).toEqual([item, at(item)]);
  });
});
