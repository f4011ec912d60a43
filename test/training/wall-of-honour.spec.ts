// A company's wall of honour: closed until its owner opens it, and nobody of another company ever reads it.
import { type Company, type Person, World } from '../world/world.js';
import { certificatesOf, certified } from './certified.js';

let world: World;
let agent: Person;
let hanbit: Company;
let duri: Company;
let owner: Person;
let minji: Person;
let joon: Person;
let reader: Person;
let boss: Person;
let sora: Person;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '김상담');
});
afterAll(() => world.close());

beforeEach(async () => {
  hanbit = await world.company();
  duri = await world.company();
  owner = await world.contact(hanbit, '한사장');
  minji = await world.contact(hanbit, '박민지');
  joon = await world.contact(hanbit, '이준');
  reader = await world.contact(hanbit, '강독자', 'READER');
  boss = await world.contact(duri, '두사장');
  sora = await world.contact(duri, '최소라');
});

type Wall = {
  open: boolean;
  away: boolean;
  courses: {
    stage: string;
    titles: { title: string }[];
    people: { person: { name: string }; praise: string[] }[];
  }[];
  abilities: { open: boolean; keepAway: boolean };
};

const ask = (person: Person, { spaceId }: Company) =>
  person.ask(
    `query($id: ID!) { space(id: $id) { wallOfHonour { open away abilities { open keepAway }
      courses { stage titles { title } people { person { name } praise } } } } }`,
    { id: spaceId },
  );
const wallOf = async (person: Person, company = hanbit): Promise<Wall> =>
  (await ask(person, company)).data.space.wallOfHonour;
const namesOn = (wall: Wall): string[] =>
  wall.courses.flatMap(({ people }) => people.map(({ person }) => person.name));
const open = (person: Person, wanted = true) => person.do('openWallOfHonour', { open: wanted }, 'open');

it('is closed, and only the owner of the space opens it', async () => {
  await certified(world, agent, '닫힘', [[minji, hanbit]]);
  expect(await wallOf(joon)).toEqual({
    open: false,
    away: false,
    courses: [],
    abilities: { open: false, keepAway: true },
  });
  const lead = await world.staff('LEAD');
  for (const person of [minji, joon, reader, agent, lead])
    expect((await person.refused('openWallOfHonour', { open: true }, 'open')).code).toBe('DENIED');
  expect((await world.stranger().refused('openWallOfHonour', { open: true }, 'open')).code).toBe(
    'UNAUTHENTICATED',
  );
  expect((await wallOf(agent)).open).toBe(false);
  await open(owner);
  await open(owner);
  expect((await wallOf(owner)).abilities).toEqual({ open: true, keepAway: true });
  for (const person of [owner, minji, joon, reader, agent])
    expect(namesOn(await wallOf(person))).toEqual(['박민지']);
  await open(owner, false);
  for (const person of [owner, minji, agent])
    expect(await wallOf(person)).toMatchObject({ open: false, courses: [] });
});

it('shows people by course with what was said aloud of them', async () => {
  await certified(
    world,
    agent,
    '함께 쓰는 도구',
    [
      [minji, hanbit],
      [joon, hanbit],
    ],
    '예시가 정말 좋아요',
  );
  await certified(world, agent, '두 번째 과정', [[minji, hanbit]]);
  await open(owner);
  const { courses } = await wallOf(joon);
  const byTitle = Object.fromEntries(courses.map(({ titles, people }) => [titles[0]?.title, people]));
  const praise = ['예시가 정말 좋아요'];
  expect(byTitle).toEqual({
    '함께 쓰는 도구': [
      { person: { name: '박민지' }, praise },
      { person: { name: '이준' }, praise },
    ],
    '두 번째 과정': [{ person: { name: '박민지' }, praise: [] }],
  });
});

it('a person keeps themselves off it, and nobody else does', async () => {
  await certified(world, agent, '나는 빼고', [
    [minji, hanbit],
    [joon, hanbit],
  ]);
  await open(owner);
  await minji.do('keepOffWallOfHonour', { away: true }, 'away');
  await minji.do('keepOffWallOfHonour', { away: true }, 'away');
  expect(await wallOf(minji)).toMatchObject({ away: true });
  expect(await wallOf(joon)).toMatchObject({ away: false });
  for (const person of [owner, minji, joon, agent]) expect(namesOn(await wallOf(person))).toEqual(['이준']);
  expect((await agent.refused('keepOffWallOfHonour', { away: true }, 'away')).code).toBe('DENIED');
  await minji.do('keepOffWallOfHonour', { away: false }, 'away');
  expect(namesOn(await wallOf(owner))).toEqual(['박민지', '이준']);
});

it('nobody stands on it who has left, or whose certificate was withdrawn', async () => {
  await certified(world, agent, '떠난 뒤', [
    [minji, hanbit],
    [joon, hanbit],
  ]);
  await open(owner);
  const [certificate] = await certificatesOf(joon);
  await agent.do(
    'withdrawCertificate',
    { certificateId: certificate?.id, reason: '잘못 줬어요' },
    'certificate { id }',
  );
  expect(namesOn(await wallOf(owner))).toEqual(['박민지']);
  await owner.do('removeContact', { companyId: hanbit.id, personId: minji.id }, 'done');
  expect(namesOn(await wallOf(owner))).toEqual([]);
});

it('of another company is never read, whatever both have opened', async () => {
  await certified(world, agent, '두 회사', [
    [minji, hanbit],
    [sora, duri],
  ]);
  await open(owner);
  await open(boss);
  expect(namesOn(await wallOf(owner))).toEqual(['박민지']);
  expect(namesOn(await wallOf(boss, duri))).toEqual(['최소라']);
  for (const person of [owner, minji, joon, reader]) {
    const { data, text } = await ask(person, duri);
    expect(data?.space ?? null).toBeNull();
    expect(text).not.toContain('최소라');
  }
  expect(namesOn(await wallOf(agent, duri))).toEqual(['최소라']);
  // Somebody of both stands on each for what they finished there.
  const both = await world.alsoContact(minji, duri);
  expect(namesOn(await wallOf(both, duri))).toEqual(['최소라']);
});

it('stays as the kept company’s owner wants it when two turn out to be one, and who kept away keeps away', async () => {
  await certified(world, agent, '합쳐진 뒤', [
    [minji, hanbit],
    [sora, duri],
  ]);
  await open(boss);
  const admin = await world.staff('ADMIN');
  const pair = { keepCompanyId: hanbit.id, duplicateCompanyId: duri.id };
  const { merge } = await admin.do('mergeCompanies', pair, 'merge { id }');
  await world.jobs();
  expect(await wallOf(owner)).toMatchObject({ open: false, courses: [] });
  await open(owner);
  expect(namesOn(await wallOf(agent)).sort()).toEqual(['박민지', '최소라']);
  await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
  await world.jobs();
  expect(namesOn(await wallOf(owner))).toEqual(['박민지']);
  expect(namesOn(await wallOf(agent, duri))).toEqual(['최소라']);
  const twin = await world.contact(hanbit, '박민지(옛 주소)');
  await twin.do('keepOffWallOfHonour', { away: true }, 'away');
  const people = { keepPersonId: minji.id, duplicatePersonId: twin.id };
  const { merge: joined } = await admin.do('mergePeople', people, 'merge { id }');
  expect(namesOn(await wallOf(owner))).toEqual([]);
  await admin.do('undoMerge', { mergeId: joined.id }, 'merge { id }');
  expect(namesOn(await wallOf(owner))).toEqual(['박민지']);
});
