// Every page in one language: both themes, a desk and a phone; axe finds nothing, nothing sticks out sideways.
import type { Page } from 'playwright-core';
import { Browsing, DESK, type Look, PHONE, ask, axe, within } from './browsing.js';
import { historyRows, sendHistory } from './history.js';

/**
 * Two looks a language, so that each two of language, theme and width meet on every page. A page is loaded in one and
 * turned into the other while it stands, as by a window drawn smaller and an evening that comes; in the other language
 * it is loaded at the other width.
 */
const LOOKS: Record<'ko' | 'en', [Required<Look>, Required<Look>]> = {
  ko: [
    { locale: 'ko', scheme: 'light', viewport: DESK },
    { locale: 'ko', scheme: 'dark', viewport: PHONE },
  ],
  en: [
    { locale: 'en', scheme: 'light', viewport: PHONE },
    { locale: 'en', scheme: 'dark', viewport: DESK },
  ],
};

// Hundreds of pages in one browser: it was seen to stop answering now and then. What axe finds, it finds twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

let browsing: Browsing;
let files = 0;

/** Turns the page to a look and waits until it has that. */
async function turn(page: Page, { scheme, viewport }: Required<Look>): Promise<void> {
  await within(`${page.url()} turns ${scheme}`, page.emulateMedia({ colorScheme: scheme }));
  await within(`${page.url()} becomes ${viewport.width} wide`, page.setViewportSize(viewport));
  await page.waitForFunction(
    ([colours, width]) =>
      document.documentElement.dataset.mantineColorScheme === colours && innerWidth === width,
    [scheme, viewport.width] as const,
  );
}

async function look(page: Page, paths: string[], looks: Required<Look>[]): Promise<string[]> {
  const found: string[] = [];
  browsing.complaints.length = 0;
  let path = '';
  page.on('response', (response) => {
    if (response.status() >= 400) found.push(`${path}: ${response.status()} for ${response.url()}`);
  });
  let order = looks;
  for (path of paths) {
    const answer = await page.goto(path);
    if (!/^text\/html/.test(answer?.headers()['content-type'] ?? '')) found.push(`${path} is no page`);
    for (const wanted of order) {
      await turn(page, wanted);
      const named = `${path} (${wanted.scheme}, ${wanted.viewport.width} px)`;
      for (const problem of await axe(page)) found.push(`${named} ${problem}`);
      const wide = await within(
        `${named} is measured`,
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      );
      if (wide > 0) found.push(`${named} is ${wide} px wider than the screen`);
    }
    // The next one is loaded as this one was left.
    order = order.toReversed();
    const spoken = await page.evaluate(() => document.documentElement.lang);
    if (spoken !== looks[0]?.locale) found.push(`${path} speaks ${spoken}`);
  }
  for (const complaint of browsing.complaints.splice(0)) found.push(complaint);
  await within(`the browser of ${path} is closed`, page.context().close());
  return found;
}

/** The session that was held last. */
const trainingOf = async (page: Page): Promise<string> =>
  (await ask(page, '{ trainingSessions(when: PAST, first: 1) { edges { node { id } } } }')).trainingSessions
    .edges[0].node.id;

type Asked = { id: string; troubles: { id: string }[] };

/** A step about which somebody asked, and one about which nobody did. */
async function missionsOf(page: Page): Promise<string[]> {
  const { myMissions } = await ask(page, '{ myMissions { id troubles { id } } }');
  const of = (asked: boolean) =>
    (myMissions as Asked[]).find(({ troubles }) => troubles.length > 0 === asked)?.id ?? '';
  return [of(true), of(false)];
}

const troubleOf = async (page: Page): Promise<string> =>
  ((await ask(page, '{ myMissions { troubles { id } } }')).myMissions as Asked[]).flatMap(
    ({ troubles }) => troubles,
  )[0]?.id ?? '';

const asked = async (page: Page) =>
  (
    await ask(
      page,
      '{ missionTroubles(first: 1) { edges { node { thread { id space { company { handle } } } missionStep { id } } } } }',
    )
  ).missionTroubles.edges[0].node;

const askedStepOf = async (page: Page): Promise<string> => {
  const { thread, missionStep } = await asked(page);
  return `/c/${thread.space.company.handle}/missions/${missionStep.id}`;
};

const askedThreadOf = async (page: Page): Promise<string> =>
  `/inbox/${(await asked(page)).thread.id}?queue=ALL`;

/** One of the session that was held last. */
async function projectsOf(page: Page): Promise<string[]> {
  const { trainingSession } = await ask(
    page,
    `{ trainingSession(trainingSessionId: "${await trainingOf(page)}") { trainingProjects { id } } }`,
  );
  return trainingSession.trainingProjects.slice(0, 1).map(({ id }: { id: string }) => id);
}

/** One that was published and one that is being written. */
async function coursesOf(page: Page): Promise<string[]> {
  const { courses } = await ask(page, '{ courses { id draft { id } } }');
  const of = (written: boolean) =>
    courses.find(({ draft }: { draft: object | null }) => Boolean(draft) === written);
  return [of(true).id, of(false).id];
}

/** The anonymous board of the demonstration, and a question on it. */
async function questionOf(page: Page): Promise<[string, string]> {
  const { boards } = await ask(page, '{ boards { id anonymous } }');
  const boardId = boards.find(({ anonymous }: { anonymous: boolean }) => anonymous).id;
  const { boardThreads } = await ask(
    page,
    `{ boardThreads(boardId: "${boardId}", first: 1, order: HELPFUL) { edges { node { id } } } }`,
  );
  return [boardId, boardThreads.edges[0].node.id];
}

/** The stories of this file in one language; a file each, so that two can run at once. */
export function everyPage(locale: 'ko' | 'en'): void {
  const looks = LOOKS[locale];
  const [wanted] = looks;

  beforeAll(async () => {
    browsing = await Browsing.open();
  }, 180_000);
  afterAll(() => browsing?.close());

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
      `/verify/${word}`,
    ];
    expect(await look(page, paths, looks)).toEqual([]);
  });

  it('for a contact', async () => {
    const page = await browsing.as('CONTACT', wanted);
    const { me } = await ask(
      page,
      '{ me { company { handle space { threads(first: 1) { edges { node { id } } } } } } }',
    );
    const { handle, space } = me.company;
    const { myCertificates } = await ask(page, '{ myCertificates { id verifyUrl } }');
    const [certificate] = myCertificates;
    const [board, question] = await questionOf(page);
    const paths = [
      `/c/${handle}`,
      `/c/${handle}/new`,
      `/c/${handle}/t/${space.threads.edges[0].node.id}`,
      `/c/${handle}/members`,
      `/c/${handle}/you-said`,
      `/c/${handle}/roadmap`,
      `/c/${handle}/training`,
      `/c/${handle}/training/${await trainingOf(page)}`,
      `/c/${handle}/training/content/${(await ask(page, '{ newContent { courseVersion { id } } }')).newContent[0].courseVersion.id}`,
      ...(await missionsOf(page)).map((id) => `/c/${handle}/missions/${id}`),
      `/c/${handle}/t/${await troubleOf(page)}`,
      ...(await projectsOf(page)).map((id) => `/c/${handle}/training/projects/${id}`),
      `/c/${handle}/certificates/${certificate.id}`,
      new URL(certificate.verifyUrl).pathname,
      `/c/${handle}/boards?all`,
      `/c/${handle}/boards/${board}`,
      `/c/${handle}/boards/${board}/ask`,
      `/c/${handle}/boards/${board}/${question}`,
      `/c/${handle}/boards/mine`,
      `/c/${handle}/boards/promise`,
      `/c/${handle}/notifications`,
      '/profile',
      '/nowhere',
    ];
    expect(await look(page, paths, looks)).toEqual([]);
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
      '/weekly',
      '/reports',
      '/quality',
      '/quality?show=model',
      '/quality/second-look',
      '/needs',
      '/needs/1',
      '/areas',
      '/planning',
      '/planning/1',
      '/planning/proof',
      '/roadmap',
      '/training',
      '/training?show=past',
      '/training?show=courses',
      '/training/reviews',
      '/training/troubles',
      await askedStepOf(page),
      await askedThreadOf(page),
      '/training/quiet?weeks=1',
      '/training/adoption',
      '/boards',
      '/boards/moderation',
      '/boards/offered',
      '/boards/promise',
      `/training/sessions/${await trainingOf(page)}`,
      ...(await projectsOf(page)).map((id) => `/training/projects/${id}`),
      ...(await coursesOf(page)).map((id) => `/training/courses/${id}`),
      '/replies',
      '/import',
      '/kit',
    ];
    expect(await look(page, paths, looks)).toEqual([]);
  });

  it('for a lead', async () => {
    const page = await browsing.as('LEAD', wanted);
    const { coderQuality } = await ask(page, '{ coderQuality { coder { id } } }');
    const { calendars } = await ask(page, '{ calendars { id } }');
    const paths = [
      '/calendars',
      `/calendars/${calendars[0].id}`,
      '/calendars/new',
      '/quality?show=coders',
      `/quality?show=coders&coder=${coderQuality[0].coder.id}`,
      '/quality?show=twice',
      '/quality?show=twice&view=all',
      '/quality?show=changes',
      '/quality?show=outside&differs=1',
    ];
    expect(await look(page, paths, looks)).toEqual([]);
  });

  it('the weekly report: its draft being edited, a published one, its slides', async () => {
    const other = await browsing.as('LEAD', wanted);
    const { reportWeeks } = await ask(other, '{ reportWeeks(first: 2) { edges { node { week } } } }');
    const [draft, published] = reportWeeks.edges.map(({ node }: { node: { week: string } }) => node.week);
    expect(await look(other, [`/weekly/${published}/present`, `/weekly/${draft}`], looks)).toEqual([]);
    const page = await browsing.as('LEAD', wanted);
    await page.goto(`/weekly/${draft}`);
    await page.getByRole('button', { name: /^(편집|Edit)$/ }).click();
    await page.getByRole('textbox', { name: /^(제목|Headline)$/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.goto(`/weekly/${published}`);
    await page.getByRole('button', { name: /^(자세히 보기|Show details)$/ }).click();
    await page.getByRole('table').first().waitFor();
    expect(await axe(page)).toEqual([]);
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
      `/companies/${companies.edges[0].node.handle}/you-said`,
      '/people',
      '/outbox',
      '/duplicates',
      '/duplicates?show=people',
      '/duplicates?show=done',
      '/audit',
    ];
    expect(await look(page, paths, looks)).toEqual([]);
  });
}
