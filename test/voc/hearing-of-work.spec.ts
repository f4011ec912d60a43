// GitHub, Jira and Linear say what became of linked work: signed over real HTTP, once, never backwards.
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { type Person, World } from '../world/world.js';
import { plan } from './planned.js';

const SECRETS = {
  GITHUB_WEBHOOK_SECRET: 'a secret of github 1',
  JIRA_WEBHOOK_SECRET: 'a secret of jira 123',
};

let world: World;
let planner: Person;
let item: any;

beforeAll(async () => {
  world = await World.open(SECRETS);
  planner = await world.staff('PLANNER', '최기획');
  item = await plan(planner, []);
  for (const url of [
    'https://github.com/Acme/App/pull/42?diff=split',
    'https://acme.atlassian.net/browse/APP-7',
    'https://linear.app/acme/issue/app-9/feeds',
    'https://wiki.example/plan#a',
  ])
    await planner.do('addWorkLink', { planningItemId: item.id, url }, 'planningItem { id }');
});
afterAll(() => world.close());

const links = async (): Promise<any[]> =>
  (
    await planner.get(
      'query ($n: Int!) { planningItem(number: $n) { links { url provider key state stateWord } } }',
      {
        n: item.number,
      },
    )
  ).planningItem.links;

const sign = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

const knock = (path: string, body: string, headers: Record<string, string>) =>
  request(world.base)
    .post(path)
    .set({ 'content-type': 'application/json', ...headers })
    .send(body);

const pull = (state: string, updated: string, more: object = {}): string =>
  JSON.stringify({
    action: state,
    pull_request: { number: 42, state, updated_at: updated, ...more },
    repository: { full_name: 'acme/app' },
  });

const github = (body: string, secret = SECRETS.GITHUB_WEBHOOK_SECRET, prefix = 'sha256=') =>
  knock('/hooks/github', body, { 'x-hub-signature-256': `${prefix}${sign(secret, body)}` });

it('addresses are read as the provider’s own names', async () => {
  expect(await links()).toEqual([
    {
      url: 'https://github.com/Acme/App/pull/42',
      provider: 'GITHUB',
      key: 'acme/app#42',
      state: null,
      stateWord: null,
    },
    {
      url: 'https://acme.atlassian.net/browse/APP-7',
      provider: 'JIRA',
      key: 'acme.atlassian.net/APP-7',
      state: null,
      stateWord: null,
    },
    {
      url: 'https://linear.app/acme/issue/app-9/feeds',
      provider: 'LINEAR',
      key: 'APP-9',
      state: null,
      stateWord: null,
    },
    { url: 'https://wiki.example/plan#a', provider: 'OTHER', key: null, state: null, stateWord: null },
  ]);
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://me:word@wiki.example', '말'])(
  '%s is no link',
  async (url) => {
    const input = { planningItemId: item.id, url };
    expect(await planner.refused('addWorkLink', input, 'planningItem { id }')).toMatchObject({
      code: 'INVALID',
      field: 'url',
    });
  },
);

it('a signed message of GitHub moves its link', async () => {
  const answer = await github(pull('open', '2026-11-18T05:00:00Z'));
  expect([answer.status, answer.body]).toEqual([200, { taken: 'TAKEN' }]);
  expect((await links())[0]).toMatchObject({ state: 'IN_PROGRESS', stateWord: 'open' });
  await github(pull('closed', '2026-11-18T06:00:00Z', { merged: true }));
  expect((await links())[0]).toMatchObject({ state: 'DONE', stateWord: 'merged' });
});

it('the same message again, also as another delivery, changes nothing; an older one neither', async () => {
  const again = pull('open', '2026-11-18T05:00:00Z');
  const answer = await github(again).set('x-github-delivery', 'another');
  expect(answer.body).toEqual({ taken: 'KNOWN' });
  expect((await github(pull('open', '2026-11-18T05:30:00Z'))).body).toEqual({ taken: 'NOTHING' });
  expect((await links())[0]).toMatchObject({ state: 'DONE' });
});

it.each([
  [
    'of another secret',
    (body: string) => ({ 'x-hub-signature-256': `sha256=${sign('another secret', body)}` }),
  ],
  [
    'of another body',
    () => ({ 'x-hub-signature-256': `sha256=${sign(SECRETS.GITHUB_WEBHOOK_SECRET, '{}')}` }),
  ],
  ['that is missing', () => ({})],
  ['that is empty', () => ({ 'x-hub-signature-256': 'sha256=' })],
  [
    'in the old form',
    (body: string) => ({ 'x-hub-signature': `sha1=${sign(SECRETS.GITHUB_WEBHOOK_SECRET, body)}` }),
  ],
  [
    'that goes on',
    (body: string) => ({ 'x-hub-signature-256': `sha256=${sign(SECRETS.GITHUB_WEBHOOK_SECRET, body)}00` }),
  ],
])('a signature %s is refused', async (_what, headers) => {
  const body = pull('reopened', '2026-11-19T05:00:00Z');
  const answer = await knock('/hooks/github', body, headers(body) as Record<string, string>);
  expect(answer.status).toBe(401);
  expect((await links())[0]).toMatchObject({ state: 'DONE' });
});

it('Jira is heard, in the categories of its own words', async () => {
  const body = JSON.stringify({
    timestamp: Date.parse('2026-11-18T05:00:00Z'),
    webhookEvent: 'jira:issue_updated',
    issue: {
      key: 'APP-7',
      self: 'https://acme.atlassian.net/rest/api/2/issue/1',
      fields: { status: { name: '리뷰 중', statusCategory: { key: 'indeterminate' } } },
    },
  });
  const signed = { 'x-hub-signature': `sha256=${sign(SECRETS.JIRA_WEBHOOK_SECRET, body)}` };
  expect((await knock('/hooks/jira', body, signed)).body).toEqual({ taken: 'TAKEN' });
  expect((await links())[1]).toMatchObject({ state: 'IN_PROGRESS', stateWord: '리뷰 중' });
});

it('what is too large, no JSON, or of a door without a secret is refused', async () => {
  const large = JSON.stringify({ text: 'x'.repeat(1_000_001) });
  expect((await github(large)).status).toBe(413);
  const answer = await github('no json');
  expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, 'INVALID']);
  expect((await knock('/hooks/linear', '{}', { 'linear-signature': sign('x', '{}') })).status).toBe(404);
  expect((await request(world.base).get('/hooks/github')).status).toBe(404);
});

it('a message that concerns no link of ours is taken in silence', async () => {
  expect((await github(JSON.stringify({ zen: 'Keep it logically awesome.' }))).body).toEqual({
    taken: 'NOTHING',
  });
});

describe('Linear', () => {
  let there: World;
  let who: Person;
  const secret = 'a secret of linear 1';

  beforeAll(async () => {
    there = await World.open({ LINEAR_WEBHOOK_SECRET: secret });
    who = await there.staff('PLANNER');
  });
  afterAll(() => there.close());

  it('is heard within a minute of its sending, and not when it is played again', async () => {
    const planned = await plan(who, []);
    const input = { planningItemId: planned.id, url: 'https://linear.app/acme/issue/APP-9' };
    await who.do('addWorkLink', input, 'planningItem { id }');
    const message = (sent: number): string =>
      JSON.stringify({
        type: 'Issue',
        action: 'update',
        data: {
          identifier: 'APP-9',
          updatedAt: new Date(sent).toISOString(),
          state: { name: 'Done', type: 'completed' },
        },
        webhookTimestamp: sent,
      });
    const send = (body: string) =>
      request(there.base)
        .post('/hooks/linear')
        .set({ 'content-type': 'application/json', 'linear-signature': sign(secret, body) })
        .send(body);
    const now = there.clock.now().getTime();
    expect((await send(message(now - 61_000))).status).toBe(401);
    expect((await send(message(now))).body).toEqual({ taken: 'TAKEN' });
    expect((await send(message(now))).body).toEqual({ taken: 'KNOWN' });
    const { planningItem } = await who.get(
      'query ($n: Int!) { planningItem(number: $n) { links { state } } }',
      {
        n: planned.number,
      },
    );
    expect(planningItem.links).toEqual([{ state: 'DONE' }]);
  });
});
