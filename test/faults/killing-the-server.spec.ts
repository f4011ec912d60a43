// kill -9 in the middle of posting: what was acknowledged is there, and is counted.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Somebody } from '../world/as.js';
import { type Running, dataFolder, startProduct } from '../world/process.js';

const folder = dataFolder('kill');
let product: Running | null = null;

const start = async (): Promise<Running> => {
  product = await startProduct({ DATA_DIR: folder }, ['--no-demo']);
  return product;
};

afterAll(async () => {
  await product?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const link = (text: string): string => /#([\w-]{40,})/.exec(text)?.[1] ?? '';

/** Signs in by a mutation that sets the cookie, and goes on with its token. */
async function signedIn(base: string, name: string, input: object): Promise<string> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($input: ${type}!) { ${name}(input: $input) { token } }`,
      variables: { input },
    }),
  });
  const token = /hotline_session=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
  if (!token) throw new Error(await response.text());
  return token;
}

it('loses no acknowledged message, no VOC item and no figure', async () => {
  const first = await start();
  const adminToken = await signedIn(first.base, 'makeFirstAdministrator', {
    token: link(first.said()),
    name: '관리자',
    email: 'admin@provider.example',
    password: 'a long password',
  });
  const admin = new Somebody(first.base, adminToken);
  const { company } = await admin.do(
    'createCompany',
    { name: '한빛', employees: 200, domains: ['hanbit.example'] },
    'company { id space { id } }',
  );
  await admin.do(
    'inviteContacts',
    { companyId: company.id, people: [{ email: 'minji@hanbit.example' }] },
    'done',
  );
  const { mails } = await admin.get('{ mails { edges { node { text } } } }');
  const contactToken = await signedIn(first.base, 'acceptInvitation', {
    token: link(mails.edges[0].node.text),
    name: '김민지',
  });

  // Six writers open threads one after another; the process dies after some thirty of them were acknowledged.
  const contact = new Somebody(first.base, contactToken);
  const acknowledged: string[] = [];
  let enough: () => void = () => {};
  const thirty = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let count = 0; ; count++) {
      const body = `문의 ${writer}-${count}: 알림이 오지 않아요`;
      try {
        const { thread } = await contact.do(
          'openThread',
          { spaceId: company.space.id, body },
          'thread { id }',
        );
        acknowledged.push(thread.id);
        if (acknowledged.length === 30) enough();
      } catch {
        return;
      }
    }
  });
  await thirty;
  await first.end('SIGKILL');
  await Promise.all(writers);

  const second = await start();
  const later = new Somebody(second.base, contactToken);
  const missing: string[] = [];
  for (const id of acknowledged) {
    const { node } = await later.get('query ($id: ID!) { node(id: $id) { id } }', { id });
    if (!node) missing.push(id);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(30);
  expect(missing).toEqual([]);

  // Every thread that is there, acknowledged or just committed, becomes exactly one item of this week.
  const staff = new Somebody(second.base, adminToken);
  const { threads } = await staff.get(`{ threads(first: 100) { edges { node { id } } } }`);
  const all = threads.edges.length as number;
  const figures = async (): Promise<{ total: number; listed: number }> => {
    const { weeklyVoc } = await staff.get(`{ weeklyVoc(week: "${await thisWeek(staff)}") { total } }`);
    const { vocItems } = await staff.get('{ vocItems(state: COUNTED) { totalCount } }');
    return { total: weeklyVoc.total, listed: vocItems.totalCount };
  };
  const watching = await staff.watch();
  let now = await figures();
  while (now.listed < all) {
    const heard = watching.heard.length;
    await Promise.race([
      watching.until(() => watching.heard.length > heard),
      new Promise((resolve) => setTimeout(resolve, 500)),
    ]);
    now = await figures();
  }
  // Figure and list were asked one after the other: once all items are there, both are asked again.
  now = await figures();
  expect(now).toEqual({ total: all, listed: all });
  await staff.leave();
}, 120_000);

it('puts everything away when it is asked to end: its database has stopped', async () => {
  if (!product) throw new Error('There is no server.');
  expect(await product.end('SIGTERM')).toBe(0);
  expect(readdirSync(join(folder, 'users'))).toEqual([]);
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
});

/** The week after the last complete one. */
async function thisWeek(staff: Somebody): Promise<string> {
  const { weeklyVoc } = await staff.get('{ weeklyVoc { nextWeek } }');
  return weeklyVoc.nextWeek;
}
