// Whatever happens to items in whatever order: every week's figures equal a recount, every published report holds, and
// what is published plus its differences is what is counted now. SEED repeats a run, TIMES makes it longer.
import { splitGlobalId } from '../../src/platform/graphql/index.js';
import { system } from '../../src/platform/actor.js';
import { Database, sql } from '../../src/platform/database/index.js';
import { addWeeks, weekName } from '../../src/platform/week.js';
import { ReportsReads, ReportsService, WeeklyReads } from '../../src/voc/index.js';
import { compare } from '../../src/voc/reports/difference.js';
import { documentOf } from '../../src/voc/reports/reports.shapes.js';
import { CHANNELS } from '../../src/threads/index.js';
import { DAY, HOUR, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';
import { CATEGORIES, bring } from './inquiries.js';

const TIMES = Number(process.env.TIMES ?? 300);
const SEED = Number(process.env.SEED ?? 20_261_116);
/** How often everything is compared on the way. */
const LOOKS = 10;

/** Monday of 2026-W47, 00:00 in Seoul; the weeks before it are played with. */
const MONDAY = Date.parse('2026-11-15T15:00:00Z');
const WEEKS = 6;

let world: World;
let doyun: Person;
let seoyeon: Person;
let admin: Person;
let companies: { company: Company; person: Person }[];
const areas: (string | null)[] = [null];

/** Mulberry32: small, and the same everywhere. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const chance = chances(SEED);
const upTo = (n: number): number => Math.floor(chance() * n);
const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
const moment = (): Date => new Date(MONDAY - (1 + upTo(WEEKS * 7)) * DAY + upTo(24 * 60) * MINUTE);

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  world.clock.set(new Date(MONDAY + 30 * HOUR));
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
  admin = await world.staff('ADMIN', '정동진');
  companies = [];
  for (const tier of ['STANDARD', 'PREMIUM', 'VIP'] as const) {
    for (let n = 0; n < 3; n++) {
      const company = await world.company(undefined, { tier });
      companies.push({ company, person: await world.contact(company) });
    }
  }
  for (const name of ['채팅', '드라이브', '결재']) {
    const { productArea } = await seoyeon.do(
      'createProductArea',
      { nameKo: name, nameEn: `${name} area` },
      'productArea { id }',
    );
    areas.push(productArea.id);
  }
});
afterAll(() => world.close());

type Item = { id: string; version: number; state: string };

async function anItem(state: 'COUNTED' | 'WITHDRAWN'): Promise<Item | null> {
  const rows = await world.rows<Item>(
    sql`select id, version, state from hotline.voc_item where state = ${state} order by id`,
  );
  return rows.length > 0 ? oneOf(rows) : null;
}
const globalItem = ({ id }: Item): string => `vocitem_${id.replaceAll('-', '')}`;

/** What can happen; each does nothing where there is nothing to do it to. */
const HAPPENINGS: Record<string, () => Promise<unknown>> = {
  new: async () => {
    const { company, person } = oneOf(companies);
    const area = oneOf(areas);
    const inquiry = { company, person, at: moment(), category: oneOf(CATEGORIES), channel: oneOf(CHANNELS) };
    return bring(world, [{ ...inquiry, area: area && (splitGlobalId(area)?.[1] ?? null) }]);
  },
  correct: () => onItem('COUNTED', 'correctVocItem', () => ({ category: oneOf(CATEGORIES) })),
  withdraw: () => onItem('COUNTED', 'withdrawVocItem', () => ({ reason: 'SPAM' })),
  restore: () => onItem('WITHDRAWN', 'restoreVocItem', () => ({})),
  area: () => onItem('COUNTED', 'setVocItemArea', () => ({ productAreaId: oneOf(areas) })),
  redate: () =>
    onItem('COUNTED', 'redateVocItem', () => ({
      occurredAt: moment().toISOString(),
      reason: '잘못 적었어요',
    })),
  delete: async () => {
    const item = await anItem(chance() < 0.5 ? 'COUNTED' : 'WITHDRAWN');
    if (!item) return;
    await world.app.get(Database).transact(system, async (tx) => {
      await tx.sql(sql`delete from hotline.voc_change where item_id = ${item.id}`);
      await tx.sql(sql`delete from hotline.voc_item where id = ${item.id}`);
    });
  },
  merge: async () => {
    if (companies.length < 3) return;
    const [duplicate] = companies.splice(1 + upTo(companies.length - 1), 1);
    await admin.do(
      'mergeCompanies',
      { keepCompanyId: companies[0]?.company.id, duplicateCompanyId: duplicate?.company.id },
      'merge { id }',
    );
  },
  fold: () => world.app.get(WeeklyReads).fold(),
  publish: async () => {
    const week = weekName(addWeeks('2026-11-16', -1 - upTo(WEEKS)));
    const { report } = await seoyeon.do('draftReport', { week }, 'report { id version state }');
    if (report.state === 'DRAFT')
      await seoyeon.do('publishReport', { reportId: report.id, version: report.version }, 'report { id }');
  },
};
const ODDS: [keyof typeof HAPPENINGS, number][] = [
  ['new', 30],
  ['correct', 16],
  ['withdraw', 12],
  ['restore', 8],
  ['area', 10],
  ['redate', 10],
  ['delete', 6],
  ['merge', 1],
  ['fold', 3],
  ['publish', 2],
];

async function onItem(state: 'COUNTED' | 'WITHDRAWN', command: string, rest: () => object): Promise<void> {
  const item = await anItem(state);
  if (item)
    await doyun.do(command, { itemId: globalItem(item), version: item.version, ...rest() }, 'item { id }');
}

function next(): string {
  let left = chance() * ODDS.reduce((sum, [, odds]) => sum + odds, 0);
  for (const [name, odds] of ODDS) if ((left -= odds) < 0) return name;
  return 'new';
}

/** The proof, over all weeks and reports. Returns how many reports and differing items there were. */
async function look(after: string): Promise<{ reports: number; differing: number }> {
  const said = `seed ${SEED}, after ${after}`;
  expect([said, await world.app.get(WeeklyReads).differences()]).toEqual([said, []]);
  const reads = world.app.get(ReportsReads);
  const reports = await reads.published();
  let differing = 0;
  for (const row of reports) {
    expect([said, row.week, await world.app.get(ReportsService).holds(row)]).toEqual([said, row.week, true]);
    const document = documentOf(row);
    const since = await reads.since(system, row);
    if (!document) throw new Error('A published report has no document.');
    differing += since.differing.length;
    for (const figure of compare(document, since.cells, since.differing)) {
      const { dimension, key, published, current, gained, lost } = figure;
      if (published !== null)
        expect([said, row.week, dimension, key, published + gained - lost]).toEqual([
          said,
          row.week,
          dimension,
          key,
          current,
        ]);
    }
  }
  return { reports: reports.length, differing };
}

describe(`${TIMES} random happenings (SEED=${SEED})`, () => {
  it(
    'leave every week equal to its recount and every published report as it was',
    async () => {
      const frozen = new Map<string, string>();
      const happened: string[] = [];
      for (let time = 1; time <= TIMES; time++) {
        const name = time <= 20 ? 'new' : next();
        await HAPPENINGS[name]?.();
        world.clock.pass(MINUTE);
        happened.push(name);
        if (time % Math.ceil(TIMES / LOOKS) !== 0 && time !== TIMES) continue;
        await look(`${time} (${happened.slice(-5).join(', ')})`);
        for (const row of await world.app.get(ReportsReads).published()) {
          expect(frozen.get(row.id) ?? row.canonical).toBe(row.canonical);
          frozen.set(row.id, row.canonical ?? '');
        }
      }
      const end = await look('all');
      // A run in which nothing was published, or nothing changed since, has proved nothing.
      expect(end.reports).toBeGreaterThan(0);
      expect(end.differing).toBeGreaterThan(0);
      expect(new Set(happened).size).toBeGreaterThan(7);
    },
    60_000 + TIMES * 500,
  );
});
