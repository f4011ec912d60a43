// A product manager on Monday at nine: from the mail to the sentences behind the biggest change, in three clicks.
import type { Page } from 'playwright-core';
import { Browsing, ask } from './browsing.js';

let browsing: Browsing;
let admin: Page;
let planner: Page;

beforeAll(async () => {
  browsing = await Browsing.open();
  admin = await browsing.as('ADMIN');
  planner = await browsing.page();
}, 180_000);
afterAll(() => browsing?.close());

describe('a planner', () => {
  it('reads the sentences behind the biggest change three clicks after opening the mail', async () => {
    const other = await browsing.as('PLANNER');
    const { me, weeklyVoc } = await ask(
      other,
      '{ me { person { email } } weeklyVoc { categories { category count change } } }',
    );
    await planner.goto('/sign-in?way=link');
    await planner.getByRole('textbox', { name: '이메일' }).fill(me.person.email);
    await planner.getByRole('button', { name: '링크 보내기' }).click();
    let url: string | undefined;
    while (!url) {
      const { mails } = await ask(admin, '{ mails(first: 20) { edges { node { to text } } } }');
      const mail = mails.edges.map(({ node }: any) => node).find(({ to }: any) => to === me.person.email);
      url = /https?:\/\/\S+#\S+/.exec(mail?.text ?? '')?.[0];
    }
    await planner.goto(url);
    const biggest = [...weeklyVoc.categories].sort(
      (a: any, b: any) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0),
    )[0];
    // First click: in. Second: the figure that changed most.
    await planner.getByRole('button', { name: '로그인하기' }).click();
    await planner.waitForURL(/\/weekly/);
    const figures = planner.getByRole('list', { name: '분류별 VOC' });
    await figures.getByRole('listitem').nth(weeklyVoc.categories.indexOf(biggest)).getByRole('link').click();
    await planner.waitForURL(new RegExp(`category=${biggest.category}`));
    const { vocItems } = await ask(
      planner,
      `{ vocItems(week: "${await weekShown()}", category: ${biggest.category}, first: 100) { edges { node { quote } } } }`,
    );
    expect(vocItems.edges).toHaveLength(biggest.count);
    const sentence: string = vocItems.edges[0].node.quote;
    await planner
      .getByText(sentence.split('\n')[0]?.slice(0, 30) ?? '')
      .first()
      .waitFor();
  });

  it('raised no error', () => {
    expect(browsing.complaints).toEqual([]);
  });
});

const weekShown = async (): Promise<string> => (await ask(planner, '{ weeklyVoc { week } }')).weeklyVoc.week;
