// An agent marks several threads with the keyboard and changes them at once.
import type { Page } from 'playwright-core';
import { Browsing, ask, axe } from './browsing.js';

let browsing: Browsing;
let page: Page;

beforeAll(async () => {
  browsing = await Browsing.open();
  page = await browsing.as('AGENT');
  await page.goto('/inbox?queue=WAITING_FOR_US');
  await page.getByRole('link').and(page.locator('[data-thread-row]')).first().waitFor();
}, 180_000);
afterAll(() => browsing?.close());

const rowIds = (): Promise<string[]> =>
  page
    .locator('[data-thread-row]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.threadRow ?? ''));
const stateOf = async (id: string): Promise<{ state: string; assignee: { id: string } | null }> =>
  (await ask(page, `{ thread(id: "${id}") { state assignee { id } } }`)).thread;
const bar = () => page.getByRole('toolbar', { name: '고른 대화 모두 바꾸기' });

describe('changing many threads in the inbox', () => {
  let ids: string[];

  it('marks rows with x, also under a Hangul keyboard, and leaves with Escape', async () => {
    ids = await rowIds();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await bar().getByText('1개 골랐어요').waitFor();
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ㅌ', code: 'KeyX', bubbles: true, cancelable: true }),
      ),
    );
    await bar().getByText('0개 골랐어요').waitFor();
    await page.keyboard.press('Escape');
    await bar().waitFor({ state: 'hidden' });
  });

  it('marks a row of rows with Shift', async () => {
    await page.getByRole('button', { name: '여러 개 고르기' }).click();
    const boxes = page.getByRole('checkbox', { name: /^고르기/ });
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await bar().getByText('3개 골랐어요').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('gives them to a colleague and resolves them, and only them', async () => {
    const { me } = await ask(page, '{ me { person { id } } }');
    await bar().getByRole('button', { name: '담당자' }).click();
    await page.getByRole('menuitem', { name: /\(나\)/ }).click();
    await page.getByText(/대화 3개를 .* 님에게 맡겼어요/).waitFor();
    for (const id of ids.slice(0, 3)) {
      expect(await stateOf(id)).toMatchObject({ assignee: { id: me.person.id }, state: 'OPEN' });
    }
    await bar().waitFor({ state: 'hidden' });
    for (let row = 0; row < 2; row++)
      await page
        .getByRole('checkbox', { name: /^고르기/ })
        .nth(row)
        .check();
    await bar().getByRole('button', { name: '해결' }).click();
    await page.getByText('대화 2개를 해결했어요.').waitFor();
    const states = await Promise.all(ids.map(async (id) => (await stateOf(id)).state));
    expect(states.slice(0, 2)).toEqual(['RESOLVED', 'RESOLVED']);
    expect(new Set(states.slice(2))).toEqual(new Set(['OPEN']));
    expect(browsing.complaints).toEqual([]);
  });
});
