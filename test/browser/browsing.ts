// The built product with its demonstration, and people who look at it in a real Chromium.
import { AxeBuilder } from '@axe-core/playwright';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { type Browser, type Page, type Request, chromium } from 'playwright-core';
import { type Running, dataFolder, startProduct } from '../world/process.js';

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

export type Look = {
  viewport?: { width: number; height: number };
  locale?: 'ko' | 'en';
  scheme?: 'light' | 'dark';
};

/** How long an answer is waited for that nobody may ever tell of. */
const MOST_LATE_MS = 3_000;
const MOST_ROUNDS = 4;
/** How long a frame or an idle moment is waited for. */
const MOST_STILL_MS = 500;
/** How long a browser may take for one step that has no limit of its own. */
const MOST_STUCK_MS = 60_000;

/** What each page has begun to fetch, and what of it is still on its way. */
const traffic = new WeakMap<Page, { begun: number; open: Set<Request> }>();

export type DemoRole = 'CONTACT' | 'AGENT' | 'LEAD' | 'PLANNER' | 'ADMIN';

/** The data that the first start of this run has left, with their owners: the database may run as another user than we. */
function copyDemonstration(folder: string): void {
  const from = process.env.TEST_DEMONSTRATION;
  if (!from) throw new Error('The run has no demonstration: was its global setup left out?');
  // The key of the boards lies beside the data and never within.
  cpSync(`${from}.board-key`, `${folder}.board-key`);
  if (process.platform === 'win32') {
    cpSync(from, folder, { recursive: true });
    return;
  }
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The demonstration could not be copied: ${stderr}`);
}

/** Tells what a browser was stuck in, instead of a test that only ran out of its time. */
export async function within<T>(doing: string, step: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Stuck for ${MOST_STUCK_MS / 1000} s: ${doing}`)),
      MOST_STUCK_MS,
    );
  });
  try {
    return await Promise.race([step, stuck]);
  } finally {
    clearTimeout(timer);
  }
}

export class Browsing {
  /** Whatever a page complained of: errors, refused scripts or styles. */
  readonly complaints: string[] = [];

  private constructor(
    readonly product: Running,
    private readonly browser: Browser,
    /** Where its data lie. */
    readonly folder: string,
  ) {}

  /** `args` as for `npm start`, such as --no-demo; without it the demonstration is there already. */
  static async open(args: string[] = []): Promise<Browsing> {
    if (!CHROMIUM)
      throw new Error('No Chromium was found; install one or name it: CHROMIUM=/path npm run test:browser');
    const folder = dataFolder('browser');
    if (!args.includes('--no-demo')) copyDemonstration(folder);
    const product = await startProduct({ DATA_DIR: folder }, args);
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
      ],
    });
    return new Browsing(product, browser, folder);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product.end('SIGTERM');
    for (const left of [this.folder, `${this.folder}.board-key`])
      rmSync(left, { recursive: true, force: true });
  }

  /** A new browser of its own, with nobody signed in. */
  async page({ viewport = DESK, locale = 'ko', scheme = 'light' }: Look = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport,
      locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
      timezoneId: 'Asia/Seoul',
      colorScheme: scheme,
      baseURL: this.product.base,
    });
    await context.addInitScript((kept: string) => {
      if (!localStorage.getItem('hotline.locale')) localStorage.setItem('hotline.locale', kept);
      // The tour stands in the way of nobody but of pictures and of what is being looked for.
      if (!localStorage.getItem('hotline.tour')) localStorage.setItem('hotline.tour', 'none');
    }, locale);
    const page = await context.newPage();
    const fetching = { begun: 0, open: new Set<Request>() };
    traffic.set(page, fetching);
    page.on('request', (request) => {
      fetching.begun++;
      // What a page was still waiting for when it was left may never be told to have ended.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) fetching.open.clear();
      fetching.open.add(request);
    });
    for (const ended of ['requestfinished', 'requestfailed'] as const)
      page.on(ended as 'requestfinished', (request) => fetching.open.delete(request));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    return page;
  }

  /** The address that the start printed for the first demo person of a role. */
  entrance(role: DemoRole): string {
    const address = new RegExp(`${role} .*\\n\\s+(\\S+/sign-in\\?as=\\S+)`).exec(this.product.said())?.[1];
    if (!address) throw new Error(`The start offered no ${role}:\n${this.product.said()}`);
    return address;
  }

  /** Somebody of the demonstration, by the address that the start printed: one click, signed in. */
  async as(role: DemoRole, look: Look = {}): Promise<Page> {
    const page = await this.page(look);
    await page.goto(this.entrance(role));
    await page.waitForURL(({ pathname }) => pathname !== '/' && !pathname.startsWith('/sign-in'));
    return page;
  }
}

/** Waits until nothing loads and nothing moves any more, after a load and after whatever changed a page that stood. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const fetching = traffic.get(page);
  // A page that asks again and again never comes to an end: it is looked at all the same.
  for (let times = 0; times < MOST_ROUNDS; times++) {
    const begun = fetching?.begun;
    // Colours are judged when they have arrived, not on their way.
    await page.waitForFunction(
      () =>
        document.querySelectorAll('.mantine-Skeleton-root').length === 0 &&
        document.getAnimations().every((animation) => animation.playState !== 'running'),
    );
    // Drawn, and what the drawing asked for is done: what follows from it has at least been asked of the server. A browser
    // that has nothing to draw may give no frame at all.
    await page.evaluate(async (most) => {
      const soon = (wanted: (done: () => void) => unknown) =>
        new Promise<void>((resolve) => {
          wanted(resolve);
          setTimeout(resolve, most);
        });
      for (let frames = 0; frames < 2; frames++) {
        await soon(requestAnimationFrame);
        await soon(requestIdleCallback);
      }
    }, MOST_STILL_MS);
    if (fetching?.open.size === 0 && fetching.begun === begun) return;
    // A request that a page was left with may never be told to have ended: it is not waited for without end.
    const late = page.waitForTimeout(MOST_LATE_MS).catch(() => {});
    while (fetching && fetching.open.size > 0) {
      const ended = (['requestfinished', 'requestfailed'] as const).map((event) =>
        page.waitForEvent(event as 'requestfinished', { timeout: MOST_LATE_MS }).then(
          () => true,
          () => false,
        ),
      );
      if (!(await Promise.race([...ended, late.then(() => false)]))) fetching.open.clear();
    }
  }
}

/** What axe finds once the page has settled. */
export async function axe(page: Page): Promise<string[]> {
  await within(`${page.url()} settles`, settled(page));
  // Legacy: in the page itself, where only a page with frames needs a second one to gather in. What passed is not told.
  const alone = page.frames().length === 1;
  const { violations } = await within(
    `axe reads ${page.url()}`,
    new AxeBuilder({ page })
      .setLegacyMode(alone)
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze(),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`),
  );
}

/** Asks the server as the person who looks at the page. */
export function ask(page: Page, query: string): Promise<any> {
  return page.evaluate(async (text) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return (await response.json()).data;
  }, query);
}
