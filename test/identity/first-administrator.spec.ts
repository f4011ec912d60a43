// The very first person of an empty installation, made with the one-time address that the start prints.
import request from 'supertest';
import { SignInService } from '../../src/identity/index.js';
import { DAY } from '../world/clock.js';
import { World } from '../world/world.js';

let world: World;

beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

const printed = (): Promise<string | null> => world.app.get(SignInService).firstAdministratorUrl();
const tokenOf = (url: string | null): string => url?.split('#')[1] ?? '';
const dongjin = (token: string) => ({
  token,
  name: '옥동진',
  email: 'Dongjin@Provider.example',
  password: 'ten signs or more',
});
const MAKE =
  'mutation ($input: MakeFirstAdministratorInput!) { makeFirstAdministrator(input: $input) { token } }';

describe('the first administrator', () => {
  it('is made with the printed address, is signed in at once and may do everything', async () => {
    const url = await printed();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4400\/first-admin#[\w-]{43}$/);
    const made = await request(world.base)
      .post('/graphql')
      .send({ query: MAKE, variables: { input: dongjin(tokenOf(url)) } });
    const cookie = String(made.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toMatch(/^hotline_session=/);
    const session = world.withToken(cookie.split('=')[1] ?? '');
    const { me } = await session.get(
      'query { me { role person { email } abilities { manageStaff manageCompanies readOutbox } } }',
    );
    expect(me).toEqual({
      role: 'ADMIN',
      person: { email: 'dongjin@provider.example' },
      abilities: { manageStaff: true, manageCompanies: true, readOutbox: true },
    });
  });

  it('is the only one: the address works once, and none is printed afterwards', async () => {
    const token = tokenOf(await printed());
    await world.stranger().do('makeFirstAdministrator', dongjin(token), 'token');
    const again = await world
      .stranger()
      .refused('makeFirstAdministrator', { ...dongjin(token), email: 'b@provider.example' }, 'token');
    expect(again).toMatchObject({ code: 'INVALID', reason: 'LINK' });
    expect(await printed()).toBeNull();
  });

  it('is the only one also when eight use the address at the same moment', async () => {
    const token = tokenOf(await printed());
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        world.stranger().ask(MAKE, { input: { ...dongjin(token), email: `a${n}@provider.example` } }),
      ),
    );
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it('is not made with an address that a later start replaced, nor after a day', async () => {
    const first = tokenOf(await printed());
    const second = tokenOf(await printed());
    expect(await world.stranger().refused('makeFirstAdministrator', dongjin(first), 'token')).toMatchObject({
      reason: 'LINK',
    });
    world.clock.pass(DAY);
    expect(await world.stranger().refused('makeFirstAdministrator', dongjin(second), 'token')).toMatchObject({
      reason: 'LINK',
    });
  });

  it('is not made any more once somebody else administers', async () => {
    const token = tokenOf(await printed());
    await world.staff('ADMIN', '다른 관리자');
    expect(await world.stranger().refused('makeFirstAdministrator', dongjin(token), 'token')).toMatchObject({
      reason: 'LINK',
    });
    expect(await printed()).toBeNull();
  });

  it('needs a password of ten signs, and a refusal does not use the address up', async () => {
    const token = tokenOf(await printed());
    const refused = await world
      .stranger()
      .refused('makeFirstAdministrator', { ...dongjin(token), password: 'nine sign' }, 'token');
    expect(refused).toMatchObject({ code: 'INVALID', field: 'password' });
    await world.stranger().do('makeFirstAdministrator', dongjin(token), 'token');
  });
});
