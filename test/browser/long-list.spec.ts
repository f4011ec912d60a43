// Thousands of threads: few are drawn, all are reached, and nothing jumps while others write.
import type { Page } from 'playwright-core';
import { Browsing, PHONE, ask, axe } from './browsing.js';

const MANY = 160;

let browsing: Browsing;
let page: Page;
let contact: Page;

const openThread = async (body: string): Promise<string> => {
  const { me } = await ask(contact, '{ me { company { space { id } } } }');
  const { openThread: made } = await ask(
    contact,
    `mutation { openThread(input: { spaceId: "${me.company.space.id}", body: "${body}" }) { thread { id } } }`,
  );
  return made.thread.id;
};
const rows = () => page.locator('[data-thread-row]');
const list = () => page.getByRole('list', { name: '대화 목록' });
/** The first row that is wholly in view: which, and how far from the top. */
const topRow = (): Promise<{ id: string; from: number; scrolled: number }> =>
  list().evaluate((ul) => {
    const box = ul.parentElement as HTMLElement;
    const { top } = box.getBoundingClientRect();
    const all = [...ul.querySelectorAll<HTMLElement>('[data-thread-row]')];
    const row = all.find((each) => each.getBoundingClientRect().top >= top) as HTMLElement;
    const from = Math.round(row.getBoundingClientRect().top - top);
    return { id: row.dataset.threadRow ?? '', from, scrolled: box.scrollTop };
  });
const scrollTo = (top: number) => list().evaluate((ul, to) => ul.parentElement?.scrollTo({ top: to }), top);
const focused = (): Promise<number> =>
  page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0));

beforeAll(async () => {
  browsing = await Browsing.open();
  contact = await browsing.as('CONTACT', { viewport: PHONE });
  for (let n = 0; n < MANY; n++) await openThread(`긴 목록 ${n}`);
  page = await browsing.as('AGENT');
  await page.goto('/inbox?queue=WAITING_FOR_US');
  await rows().first().waitFor();
}, 180_000);
afterAll(() => browsing?.close());

describe('a long list', () => {
  it('draws the rows in sight only, and says of each which it is', async () => {
    expect(await rows().count()).toBeLessThan(40);
    const first = list().getByRole('listitem').first();
    expect(await first.getAttribute('aria-posinset')).toBe('1');
    expect(await first.getAttribute('aria-setsize')).toBe('-1');
    expect(await list().locator('a[tabindex="0"]').count()).toBe(1);
  });

  it('goes on beyond what was loaded, by key', async () => {
    await page.keyboard.press('j');
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('End');
      await page.waitForFunction(
        (before) =>
          Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0) > before,
        n * 50,
      );
    }
    expect(await focused()).toBeGreaterThan(100);
    expect(await rows().count()).toBeLessThan(60);
    await page.keyboard.press('Home');
    await page.waitForFunction(
      () => document.activeElement?.closest('li')?.getAttribute('aria-posinset') === '1',
    );
  });

  it('holds still what one reads while new threads arrive above', async () => {
    await scrollTo(88 * 40 + 20);
    await page.waitForFunction(() => Number(document.querySelectorAll('[data-thread-row]').length) > 5);
    const before = await topRow();
    const made = await openThread('위에 새로 온 것');
    await page.waitForFunction(
      (scrolled) => (document.querySelector('ul[data-density]')?.parentElement?.scrollTop ?? 0) > scrolled,
      before.scrolled,
    );
    const after = await topRow();
    expect([after.id, after.from]).toEqual([before.id, before.from]);
    expect(after.scrolled).toBe(before.scrolled + 88);
    await scrollTo(0);
    await page.locator(`[data-thread-row="${made}"]`).waitFor();
  });

  it('is where it was left when one comes back', async () => {
    await scrollTo(88 * 60);
    await page.waitForFunction(() => document.querySelectorAll('[data-thread-row]').length > 5);
    const before = await topRow();
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.waitForURL(/\/weekly/);
    await page.goBack();
    await page.locator(`[data-thread-row="${before.id}"]`).waitFor();
    expect((await topRow()).id).toBe(before.id);
  });

  it('takes a letter for a page after g alone, also in the first moment of a page', async () => {
    const at = page.url();
    // As on a machine that is ready half a second after the page was asked for.
    await page.evaluate(() => {
      const early = new KeyboardEvent('keydown', { key: 'w', code: 'KeyW', bubbles: true, cancelable: true });
      Object.defineProperty(early, 'timeStamp', { value: 500 });
      document.body.dispatchEvent(early);
    });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(at);
  });

  it('shows the same threads to who copies the address, and narrows by it', async () => {
    const { tags } = await ask(page, '{ tags { id name } }');
    const { threads } = await ask(
      page,
      '{ threads(queue: WAITING_FOR_US, first: 1) { edges { node { id space { id company { name } } } } } }',
    );
    const { id, space } = threads.edges[0].node;
    await ask(
      page,
      `mutation { setThreadTags(input: { threadId: "${id}", tagIds: ["${tags[0].id}"] }) { thread { id } } }`,
    );
    await page.goto(`/inbox?queue=WAITING_FOR_US&tag=${tags[0].id}&company=${space.id}&assignee=nobody`);
    await page.locator(`[data-thread-row="${id}"]`).waitFor();
    await page.getByText(space.company.name, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: `조건 지우기: ${tags[0].name}` }).click();
    await page.waitForURL((url) => !url.searchParams.has('tag') && url.searchParams.has('company'));
    expect(await axe(page)).toEqual([]);
  });

  it('remembers in this browser how much of each thread to show', async () => {
    const height = async (): Promise<number> =>
      (await list().getByRole('listitem').first().boundingBox())?.height ?? 0;
    expect(await height()).toBe(88);
    await page.getByRole('button', { name: /^보기 방식/ }).click();
    await page.getByRole('menuitem', { name: '촘촘하게' }).click();
    await page.waitForFunction(() => document.querySelector('ul[data-density] li')?.clientHeight === 57);
    await page.reload();
    await rows().first().waitFor();
    expect(await height()).toBe(58);
    expect(await axe(page)).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });
});

describe('the lead', () => {
  it('sees who drowns, and every number opens its threads', async () => {
    const lead = await browsing.as('LEAD');
    await lead.goto('/inbox');
    const team = lead.getByRole('region', { name: '팀 현황' });
    const link = team.getByRole('link', { name: /^담당자 없음, 답변 대기/ });
    const count = Number(await link.innerText());
    expect(count).toBeGreaterThan(MANY);
    expect(await axe(lead)).toEqual([]);
    await team.getByRole('link', { name: /^담당자 없음, 진행 중/ }).click();
    await lead.waitForURL(/queue=IN_PROGRESS.*assignee=nobody/);
    await lead.getByRole('button', { name: '조건 지우기: 담당자 없음' }).waitFor();
    const phone = await browsing.as('LEAD', { viewport: { width: 360, height: 780 }, locale: 'en' });
    await phone.goto('/inbox');
    await phone.getByRole('button', { name: 'Team' }).click();
    await phone.getByRole('dialog', { name: 'Team' }).getByRole('link').first().waitFor();
    expect(await axe(phone)).toEqual([]);
    const wide = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  });
});

describe('the palette', () => {
  it('finds a company by its initial consonants and an action on the open thread', async () => {
    const { threads } = await ask(
      page,
      '{ threads(queue: WAITING_FOR_US, first: 1) { edges { node { id } } } }',
    );
    const { id } = threads.edges[0].node;
    await page.goto(`/inbox/${id}?queue=WAITING_FOR_US`);
    await page.getByRole('combobox', { name: '담당자', exact: true }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByRole('textbox', { name: '무엇이든 찾기' });
    await field.fill('ㅎㅂㄴㄹ');
    await page.getByRole('button', { name: '한빛나래제약', exact: true }).waitFor();
    await field.fill('우선순위 긴급');
    await page.getByRole('button', { name: '우선순위: 긴급' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    for (;;) {
      const { thread } = await ask(page, `{ thread(id: "${id}") { priority } }`);
      if (thread.priority === 'URGENT') break;
    }
  });

  it('leads a contact to their threads and to a new question', async () => {
    await contact.keyboard.press('Control+k');
    const field = contact.getByRole('textbox', { name: '무엇이든 찾기' });
    await field.fill('긴 목록 7');
    await contact
      .getByRole('button', { name: /긴 목록 7/ })
      .first()
      .waitFor();
    expect(await contact.getByText('이동').count()).toBe(0);
    await field.fill('질문하기');
    await contact.getByRole('button', { name: '질문하기' }).waitFor();
    await contact.keyboard.press('Enter');
    await contact.waitForURL(/\/new$/);
  });
});
