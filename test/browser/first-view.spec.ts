// What a first view has to fetch before it can be read: script, packed as it travels.
import type { Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { Browsing, type DemoRole, PHONE, settled } from './browsing.js';

/** kB of script, gzip. */
const MOST = 250;

let browsing: Browsing;
beforeAll(async () => {
  browsing = await Browsing.open();
}, 180_000);
afterAll(() => browsing?.close());

/** kB of all scripts that come until the page has settled. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // The trend and the lead's report are drawn into a page that stands already.
    if (pathname.endsWith('.js') && !/\/(TrendChart|ReportPanel|report\.gql)/.test(pathname))
      bodies.push(response.body());
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
