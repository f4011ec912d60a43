// An agent clears fifty threads and never touches the mouse: answers, notes, gives away, sorts, resolves, takes back.
import type { Page } from 'playwright-core';
import { Browsing, ask, axe, settled } from './browsing.js';

const FIFTY = 50;
const ONE_BY_ONE = 6;

let browsing: Browsing;
let page: Page;
/** The newest first, as the inbox lists them. */
let ids: string[];

const told = (text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor();
const press = (key: string) => page.keyboard.press(key);
const opened = async (id: string) => {
  await page.waitForURL((url) => url.pathname.endsWith(id));
  await page.getByRole('region', { name: '대화 내용' }).waitFor();
};
const heading = (n: number) => page.getByRole('heading', { level: 2, name: `쉰 개 중 ${n}번 문의` });

type Stand = {
  id: string;
  state: string;
  assignee: { id: string } | null;
  tags: { name: string }[];
  vocItem: { category: string; reviewed: boolean } | null;
  timeline: { edges: { node: { __typename: string; body?: string } }[] };
};
async function standOf(id: string): Promise<Stand> {
  const { thread } = await ask(
    page,
    `{ thread(id: "${id}") { id state assignee { id } tags { name } vocItem { category reviewed }
       timeline(first: 20) { edges { node { __typename ... on Message { body } ... on Note { body } } } } } }`,
  );
  return thread;
}
const wordsOf = ({ timeline }: Stand, kind: string): string[] =>
  timeline.edges.filter(({ node }) => node.__typename === kind).map(({ node }) => node.body ?? '');

/** Types as a Korean input method does: syllables come by composition, and Enter while composing is no command. */
async function compose(text: string): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  for (const syllable of text) {
    await wire.send('Input.imeSetComposition', { text: syllable, selectionStart: 1, selectionEnd: 1 });
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true }),
      ),
    );
    await wire.send('Input.insertText', { text: syllable });
  }
  await wire.detach();
}

beforeAll(async () => {
  browsing = await Browsing.open();
  const contact = await browsing.as('CONTACT');
  const { me } = await ask(contact, '{ me { company { space { id } } } }');
  ids = [];
  for (let n = 1; n <= FIFTY; n++) {
    const { openThread } = await ask(
      contact,
      `mutation { openThread(input: { spaceId: "${me.company.space.id}", body: "쉰 개 중 ${n}번 문의" }) { thread { id } } }`,
    );
    ids.unshift(openThread.thread.id);
  }
  page = await browsing.as('AGENT');
  // From here on a mouse would be noticed.
  await page.addInitScript(() =>
    addEventListener('mousedown', () => reportError(new Error('A mouse!')), true),
  );
}, 180_000);
afterAll(() => browsing?.close());

const at = (n: number): string => ids[n] ?? '';

describe('clearing fifty threads at a keyboard', () => {
  it('finds them by the palette and narrows to them by the search, all of it in the address', async () => {
    await page.goto('/inbox');
    await page.getByRole('button', { name: '무엇이든 찾기' }).waitFor();
    await press('Control+k');
    const field = page.getByRole('textbox', { name: '무엇이든 찾기' });
    await field.waitFor();
    await compose('답변 대기');
    await page.getByRole('button', { name: '인박스 › 답변 대기' }).waitFor();
    await press('Enter');
    await page.waitForURL(/queue=WAITING_FOR_US/);
    await press('/');
    await compose('쉰 개 중');
    await page.waitForURL(/q=/);
    await page.locator(`[data-thread-row="${at(0)}"]`).waitFor();
    await press('Escape');
    expect(new URL(page.url()).searchParams.get('q')).toBe('쉰 개 중');
  });

  it('answers the first ones, one after the other', async () => {
    await press('j');
    await press('Enter');
    for (let n = 0; n < ONE_BY_ONE; n++) {
      await opened(at(n));
      await heading(FIFTY - n).waitFor();
      await press('r');
      await compose(`답장 ${n}이에요.`);
      await press('Control+Enter');
      await page.getByRole('region', { name: '대화 내용' }).getByText(`답장 ${n}이에요.`).waitFor();
      await press('Escape');
      if (n === 0) {
        await press('n');
        await compose('지난주에도 있던 일');
        await press('Control+Enter');
        await page.getByRole('region', { name: '대화 내용' }).getByText('지난주에도 있던 일').waitFor();
        await press('Escape');
      }
      await page
        .getByRole('button', { name: /모델 제안|확인됨|분류/ })
        .first()
        .waitFor();
      await press(String((n % 5) + 1));
      // Resolved: the next one opens by itself.
      await press('e');
    }
    await opened(at(ONE_BY_ONE));
  });

  it('gives one to a colleague, tags it, and takes the last deed back', async () => {
    const id = at(ONE_BY_ONE);
    await heading(FIFTY - ONE_BY_ONE).waitFor();
    const field = page.getByRole('combobox', { name: '담당자', exact: true });
    await field.waitFor();
    await press('a');
    // Oneself stands first.
    await page.getByRole('option', { name: /\(나\)/ }).waitFor();
    await press('ArrowDown');
    await press('Enter');
    await page.getByText(/님에게 맡겼어요/).waitFor();
    const { me } = await ask(page, '{ me { person { id } } }');
    expect((await standOf(id)).assignee).toEqual({ id: me.person.id });
    await press('z');
    await told('대화 1개를 되돌렸어요.');
    expect((await standOf(id)).assignee).toBeNull();
    await press('e');
    await opened(at(ONE_BY_ONE + 1));
    await press('z');
    await opened(id);
    expect((await standOf(id)).state).toBe('OPEN');
  });

  it('marks all the others at once, gives them to somebody and resolves them', async () => {
    const left = FIFTY - ONE_BY_ONE;
    const marked = page.getByText(`${left}개 골랐어요`);
    // As a person would: a key that came while the list was being drawn anew is pressed once more.
    const markAll = async () => {
      for (let tries = 0; tries < 8 && !(await marked.isVisible()); tries++) {
        await settled(page);
        // Out of whatever still has the focus, and nothing half marked.
        await press('Escape');
        await press('Shift+KeyA');
        await marked.waitFor({ timeout: 3_000 }).catch(() => {});
      }
      await marked.waitFor();
    };
    await press('u');
    await page.waitForURL(({ pathname }) => pathname === '/inbox');
    await page.locator('[data-thread-row]').first().waitFor();
    await markAll();
    await press('a');
    await page.getByRole('menuitem', { name: /\(나\)/ }).waitFor();
    const onMyself = () =>
      document.activeElement?.role === 'menuitem' &&
      Boolean(document.activeElement.textContent?.includes('(나)'));
    for (let tries = 0; tries < 20 && !(await page.evaluate(onMyself)); tries++) await press('ArrowDown');
    await press('Enter');
    await page.getByText(new RegExp(`대화 ${left}개를 .* 님에게 맡겼어요`)).waitFor();
    await page.getByRole('toolbar').waitFor({ state: 'hidden' });
    await markAll();
    await press('e');
    await told(`대화 ${left}개를 해결했어요.`);
    await page.getByRole('heading', { name: '찾는 대화가 없어요' }).waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('has told the server all of it', async () => {
    const { me } = await ask(page, '{ me { person { id } } }');
    const all = await Promise.all(ids.map(standOf));
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['RESOLVED']));
    all.slice(0, ONE_BY_ONE).forEach((stand, n) => {
      // Once each: no Enter of a composition sent anything.
      expect(wordsOf(stand, 'Message').filter((body) => body.startsWith('답장'))).toEqual([
        `답장 ${n}이에요.`,
      ]);
      expect(stand.vocItem).toMatchObject({
        category: ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'][n % 5],
        reviewed: true,
      });
    });
    expect(all.flatMap((stand) => wordsOf(stand, 'Note'))).toEqual(['지난주에도 있던 일']);
    for (const { assignee } of all.slice(ONE_BY_ONE)) expect(assignee).toEqual({ id: me.person.id });
    expect(browsing.complaints).toEqual([]);
  });
});
