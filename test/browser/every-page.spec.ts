// Every page in both languages and themes, at a desk and on a phone: axe finds nothing, nothing sticks out sideways.
import type { Page } from 'playwright-core';
import { Browsing, DESK, type Look, PHONE, ask, axe } from './browsing.js';
import { historyRows, sendHistory } from './history.js';

let browsing: Browsing;
let files = 0;

beforeAll(async () => {
  browsing = await Browsing.open();
}, 180_000);
afterAll(() => browsing?.close());

const LOOKS: [string, Look][] = [
  ['ko, light, desk', { locale: 'ko', scheme: 'light', viewport: DESK }],
  ['en, dark, desk', { locale: 'en', scheme: 'dark', viewport: DESK }],
  ['ko, dark, phone', { locale: 'ko', scheme: 'dark', viewport: PHONE }],
  ['en, light, phone', { locale: 'en', scheme: 'light', viewport: PHONE }],
];

async function look(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const answer = await page.goto(path);
    if (answer && !/^text\/html/.test(answer.headers()['content-type'] ?? ''))
      found.push(`${path} is no page`);
    for (const problem of await axe(page)) found.push(`${path} ${problem}`);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wide > 0) found.push(`${path} is ${wide} px wider than the screen`);
  }
  return found;
}

describe.each(LOOKS)('every page: %s', (_, wanted) => {
  it('before the sign-in', async () => {
    const page = await browsing.page(wanted);
    const word = 'x'.repeat(43);
    const paths = [
      '/sign-in',
      `/link#${word}`,
      `/password#${word}`,
      `/invitation#${word}`,
      `/first-admin#${word}`,
      `/mail-off/${word}`,
    ];
    expect(await look(page, paths)).toEqual([]);
  });

  it('for a contact', async () => {
    const page = await browsing.as('CONTACT', wanted);
    const { me } = await ask(
      page,
      '{ me { company { handle space { threads(first: 1) { edges { node { id } } } } } } }',
    );
    const { handle, space } = me.company;
    const paths = [
      `/c/${handle}`,
      `/c/${handle}/new`,
      `/c/${handle}/t/${space.threads.edges[0].node.id}`,
      `/c/${handle}/members`,
      `/c/${handle}/notifications`,
      '/profile',
      '/nowhere',
    ];
    expect(await look(page, paths)).toEqual([]);
  });

  it('for an agent', async () => {
    const page = await browsing.as('AGENT', wanted);
    const { threads } = await ask(
      page,
      '{ threads(queue: WAITING_FOR_US, first: 1) { edges { node { id } } } }',
    );
    const paths = [
      '/inbox?queue=ALL',
      `/inbox/${threads.edges[0].node.id}?queue=ALL`,
      '/voc',
      '/needs',
      '/needs/1',
      '/areas',
      '/weekly',
      '/replies',
      '/import',
      '/kit',
    ];
    expect(await look(page, paths)).toEqual([]);
  });

  it('for an administrator', async () => {
    const page = await browsing.as('ADMIN', wanted);
    const { companies } = await ask(page, '{ companies(first: 1) { edges { node { handle } } } }');
    // One with its columns to choose, one that is done and left a row out.
    const rows = historyRows(3, `h${++files}`);
    const imports = [await sendHistory(page, rows, []), await sendHistory(page, rows, ['CHECKED', 'DONE'])];
    const paths = [
      '/import',
      ...imports.map((id) => `/import/${id}`),
      '/companies',
      `/companies/${companies.edges[0].node.handle}`,
      '/people',
      '/outbox',
      '/duplicates',
      '/duplicates?show=people',
      '/duplicates?show=done',
      '/audit',
    ];
    expect(await look(page, paths)).toEqual([]);
  });
});
