// The connection is cut while somebody writes: the page says so, loses nothing, and catches up without a reload.
import type { Page } from 'playwright-core';
import { Balancer } from '../faults/balancer.js';
import { Browsing, ask } from './browsing.js';

let browsing: Browsing;
let line: Balancer;
let port: number;
let contact: Page;
let agent: Page;
let threadId: string;

const field = () => contact.locator('textarea').first();

beforeAll(async () => {
  browsing = await Browsing.open();
  line = await Balancer.before([browsing.product.base]);
  ({ port } = line);
  [contact, agent] = await Promise.all([browsing.as('CONTACT'), browsing.as('AGENT')]);
  const { me } = await ask(contact, '{ me { company { handle space { id } } } }');
  const opened = await ask(
    contact,
    `mutation { openThread(input: { spaceId: "${me.company.space.id}", body: "화면이 자꾸 멈춰요" }) { thread { id } } }`,
  );
  threadId = opened.openThread.thread.id;
  // The contact alone goes through the line that will be cut.
  await contact.goto(`${line.base}/c/${me.company.handle}/t/${threadId}`);
  await contact.getByText('화면이 자꾸 멈춰요').first().waitFor();
  await contact.evaluate(() => Object.assign(window, { samePage: true }));
}, 180_000);

afterAll(async () => {
  await line?.close();
  await browsing?.close();
});

it('says that the connection is gone, and keeps what is sent and what is being written', async () => {
  await line.close();
  await contact.getByText('연결이 끊겼어요').waitFor();
  await field().fill('첫 번째로 보낸 말');
  await field().press('Control+Enter');
  await field().fill('두 번째로 보낸 말');
  await field().press('Control+Enter');
  await contact.getByRole('button', { name: '다시 보내기' }).first().waitFor();
  await field().fill('아직 쓰는 중인 말');
  await ask(
    agent,
    `mutation { postMessage(input: { threadId: "${threadId}", body: "끊긴 사이에 온 답" }) { message { id } } }`,
  );
  expect(await contact.getByText('끊긴 사이에 온 답').count()).toBe(0);
});

it('catches up by itself: the answer is there, what waited has left in its order, the draft stands', async () => {
  line = await Balancer.before([browsing.product.base], port);
  await contact.getByText('끊긴 사이에 온 답', { exact: true }).waitFor({ timeout: 20_000 });
  await contact.getByText('연결이 끊겼어요').waitFor({ state: 'detached' });
  const said = async (): Promise<string[]> => {
    const { thread } = await ask(
      agent,
      `{ thread(id: "${threadId}") { timeline(first: 20) { edges { node { ... on Message { body } } } } } }`,
    );
    return thread.timeline.edges.flatMap(({ node }: any) => (node.body ? [node.body] : []));
  };
  let bodies = await said();
  while (bodies.length < 4) {
    await contact.waitForTimeout(200);
    bodies = await said();
  }
  // Newest first.
  expect(bodies).toEqual([
    '두 번째로 보낸 말',
    '첫 번째로 보낸 말',
    '끊긴 사이에 온 답',
    '화면이 자꾸 멈춰요',
  ]);
  expect(await field().inputValue()).toBe('아직 쓰는 중인 말');
  expect(await contact.getByRole('button', { name: '다시 보내기' }).count()).toBe(0);
  expect(await contact.evaluate(() => (window as unknown as { samePage: boolean }).samePage)).toBe(true);
});
