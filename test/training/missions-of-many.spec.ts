// A session with 300 participants of 12 companies closes in one command, and each sees exactly their own missions.
import { sql } from '../../src/platform/database/index.js';
import { type Company, type Person, World } from '../world/world.js';
import { courseWith, ended, heldWith, missionsOf } from './practised.js';

const COMPANIES = 12;
const EACH = 25;
const STEPS = [
  { title: '하나', shownBy: 'TEXT', dueDays: 1, teamMode: 'EACH' },
  { title: '둘', shownBy: 'TICK', dueDays: 3, teamMode: 'ANY' },
  { title: '셋', shownBy: 'TICK', dueDays: 5, teamMode: 'ALL' },
];

it('300 participants of 12 companies', async () => {
  const world = await World.open();
  const agent = await world.staff('AGENT');
  const course = await courseWith(agent, '큰 교육', STEPS);
  const names = new Map<Person, string>();
  const there: [Person, Company][] = [];
  for (let n = 0; n < COMPANIES; n++) {
    const company = await world.company(`회사 ${n}`);
    for (let m = 0; m < EACH; m++) {
      const name = `사람 ${n}-${m}`;
      const person = await world.contact(company, name);
      names.set(person, name);
      there.push([person, company]);
    }
  }
  const session = await heldWith(world, agent, course, there);
  const began = performance.now();
  await ended(world, agent, session);
  const took = Math.round(performance.now() - began);
  process.stdout.write(`\n300 participants of 12 companies: closed and given in ${took} ms\n`);

  const projects = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const [person, company] of there) {
    const own = await missionsOf(person);
    const name = names.get(person);
    expect(own.map(({ texts, person: whose, team }) => [texts[0]?.title, whose?.name ?? null, team])).toEqual(
      [
        ['하나', name, null],
        ['둘', null, null],
        ['셋', name, { people: EACH, passed: 0 }],
      ],
    );
    for (const { id, person: whose } of own) {
      // What is one person's is seen by one person.
      if (whose) expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    const ids = new Set(own.map(({ project }) => project.id));
    expect(ids.size).toBe(1);
    projects.set(company.id, new Set([...(projects.get(company.id) ?? []), ...ids]));
  }
  // One project for each company, and none is two companies'.
  expect([...projects.values()].every((ids) => ids.size === 1)).toBe(true);
  expect(new Set([...projects.values()].flatMap((ids) => [...ids])).size).toBe(COMPANIES);
  expect(seen.size).toBe(COMPANIES * (EACH * 2 + 1));
  const rows = await world.rows(sql`select 1 from hotline.mission_step`);
  expect(rows).toHaveLength(COMPANIES * (EACH * 2 + 1));
  await world.close();
}, 600_000);
