// A second look by keyboard: words without any hint of how a colleague coded them, one key each, and one taken back.
import type { Page } from 'playwright-core';
import { Browsing, ask, axe } from './browsing.js';

const LOOK = '{ secondLook { waiting tasks { id quote } } }';

let browsing: Browsing;
let agent: Page;

beforeAll(async () => {
  browsing = await Browsing.open();
  agent = await browsing.as('AGENT');
}, 180_000);
afterAll(() => browsing?.close());

const waiting = async (): Promise<number> => (await ask(agent, LOOK)).secondLook.waiting;
const shown = () => agent.locator('blockquote');
const saysWaiting = (n: number) => agent.getByTestId('waiting').getByText(String(n)).waitFor();

describe('a second look', () => {
  let all = 0;
  let first = '';

  it('shows words, where and when they were said, and nothing that anybody thought of them', async () => {
    await agent.goto('/quality/second-look');
    all = await waiting();
    expect(all).toBeGreaterThan(1);
    await saysWaiting(all);
    first = (await shown().textContent()) ?? '';
    const { vocItems } = await ask(
      agent,
      `{ vocItems(first: 1, search: ${JSON.stringify(first.slice(0, 60))}) { edges { node { company { name } codedBy { name } } } } }`,
    );
    const { company, codedBy } = vocItems.edges[0].node;
    const page = (await agent.getByRole('main').textContent()) ?? '';
    expect(page).not.toContain(company.name);
    expect(page).not.toContain(codedBy.name);
    expect(await agent.locator('[aria-pressed=true]').count()).toBe(0);
    expect(await axe(agent)).toEqual([]);
  });

  it('is said by one key, and the next words have the focus', async () => {
    await agent.keyboard.press('2');
    await agent.getByRole('status').filter({ hasText: '오류·장애' }).waitFor();
    await saysWaiting(all - 1);
    const next = (await shown().textContent()) ?? '';
    expect(next).not.toBe(first);
    expect(await shown().evaluate((quote) => quote === document.activeElement)).toBe(true);
    expect(await waiting()).toBe(all - 1);
  });

  it('is thought over: the last one comes back and is said anew', async () => {
    await agent.keyboard.press('z');
    await shown().getByText(first).waitFor();
    await agent.keyboard.press('3');
    await agent.getByRole('status').filter({ hasText: '개선 요청' }).waitFor();
    // The next one stands there before anything else is asked for.
    await agent.waitForFunction((was) => document.querySelector('blockquote')?.textContent !== was, first);
    await saysWaiting(all - 1);
    expect(await waiting()).toBe(all - 1);
  });

  it('can wait: what is put off comes again behind the others', async () => {
    const now = (await shown().textContent()) ?? '';
    await agent.keyboard.press('j');
    await agent.waitForFunction((was) => document.querySelector('blockquote')?.textContent !== was, now);
    expect(await waiting()).toBe(all - 1);
  });

  it('changes no figure: the item has the category that its first coder gave it', async () => {
    const { vocItems } = await ask(
      agent,
      `{ vocItems(first: 1, search: ${JSON.stringify(first.slice(0, 60))}) { edges { node { version changes { kind actor { id } } } } } }`,
    );
    const { me } = await ask(agent, '{ me { person { id } } }');
    const { changes } = vocItems.edges[0].node;
    expect(changes.map(({ actor }: any) => actor?.id)).not.toContain(me.person.id);
  });

  it('raised no error', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
