// What somebody sets for themself: time zone, quiet hours, the colour of their mark.
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let agent: Person;

const ME = '{ me { zone quietFrom quietTo quietWeekends person { avatarColor } } }';
const me = async (who: Person): Promise<any> => (await who.get(ME)).me;
const set = (who: Person, input: object): Promise<any> => who.do('updateProfile', input, 'done');
const refused = (input: object): Promise<any> => minji.refused('updateProfile', input, 'done');

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  company = await world.company();
  minji = await world.contact(company, '김민지');
});
afterAll(() => world.close());

it('begins with nothing set: the installation’s zone, no quiet hours, a colour out of the name', async () => {
  expect(await me(minji)).toEqual({
    zone: null,
    quietFrom: null,
    quietTo: null,
    quietWeekends: false,
    person: { avatarColor: null },
  });
});

it('keeps what is set, changes only what is named, and takes it away again', async () => {
  await set(minji, { zone: 'Europe/Berlin', quietFrom: '22:00', quietTo: '07:30', quietWeekends: true });
  await set(minji, { avatarColor: 'VIOLET' });
  expect(await me(minji)).toEqual({
    zone: 'Europe/Berlin',
    quietFrom: '22:00',
    quietTo: '07:30',
    quietWeekends: true,
    person: { avatarColor: 'VIOLET' },
  });
  await set(minji, { quietFrom: '23:00' });
  expect(await me(minji)).toMatchObject({ quietFrom: '23:00', quietTo: '07:30' });
  await set(minji, { zone: null, quietFrom: null, quietTo: null, avatarColor: null });
  expect(await me(minji)).toMatchObject({ zone: null, quietFrom: null, quietTo: null, quietWeekends: true });
});

it.each([
  [{ zone: 'Seoul' }, 'ZONE', 'zone'],
  [{ zone: '' }, 'ZONE', 'zone'],
  [{ zone: "Asia/Seoul'; drop table" }, 'ZONE', 'zone'],
  [{ quietFrom: '22:00' }, 'QUIET_HOURS', 'quietTo'],
  [{ quietFrom: '22:00', quietTo: '22:00' }, 'QUIET_HOURS', 'quietTo'],
  [{ quietFrom: '24:00', quietTo: '07:00' }, 'FIELD', 'quietFrom'],
  [{ quietFrom: '7', quietTo: '8' }, 'FIELD', 'quietFrom'],
])('refuses %j', async (input, reason, field) => {
  expect(await refused(input)).toMatchObject({ code: 'INVALID', reason, field });
});

it('shows the colour to everybody who sees the person, the rest to nobody else', async () => {
  await set(agent, { avatarColor: 'TEAL', zone: 'Europe/Berlin', quietFrom: '22:00', quietTo: '07:00' });
  const seen = await minji.get('query ($id: ID!) { node(id: $id) { ... on Person { avatarColor } } }', {
    id: agent.id,
  });
  expect(seen.node.avatarColor).toBe('TEAL');
  const asked = await minji.ask('query ($id: ID!) { node(id: $id) { ... on Person { zone } } }', {
    id: agent.id,
  });
  expect(asked.errors?.[0]?.extensions.code).toBe('INVALID');
});
