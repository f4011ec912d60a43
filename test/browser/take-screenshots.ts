// The pictures of the README, taken of the demonstration by `npm run screenshots`; no other run takes them.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Browsing, DESK, type DemoRole, PHONE, ask, settled } from './browsing.js';

const FOLDER = 'docs/screenshots';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await Browsing.open();
  mkdirSync(FOLDER, { recursive: true });
}, 180_000);
afterAll(() => browsing?.close());

const firstThread = async (page: Page): Promise<string> =>
  (await ask(page, '{ threads(queue: WAITING_FOR_US, first: 1) { edges { node { id } } } }')).threads.edges[0]
    .node.id;

const PICTURES: [
  string,
  DemoRole,
  { width: number; height: number },
  (page: Page) => Promise<string | null>,
][] = [
  ['weekly-ko', 'PLANNER', DESK, async () => null],
  ['inbox-ko', 'AGENT', DESK, async (page) => `/inbox/${await firstThread(page)}?queue=WAITING_FOR_US`],
  ['space-phone-ko', 'CONTACT', PHONE, async () => null],
];

it.each(PICTURES)('%s', async (name, role, viewport, place) => {
  const page = await browsing.as(role, { viewport });
  const address = await place(page);
  if (address) await page.goto(address);
  await settled(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
});
