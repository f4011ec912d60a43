// A contact between two meetings, on a phone: the link in a mail, a question in two taps, seen, answered, told.
import type { Locator, Page } from 'playwright-core';
import { Browsing, PHONE, ask } from './browsing.js';

const QUESTION = '휴가 결재가 안 넘어가요. 오늘 안에 처리해야 해요.';

let browsing: Browsing;
let agent: Page;
let admin: Page;
let phone: Page;
let address: string;

beforeAll(async () => {
  browsing = await Browsing.open();
  [agent, admin] = await Promise.all([browsing.as('AGENT'), browsing.as('ADMIN')]);
  const contact = await browsing.as('CONTACT');
  const { me } = await ask(contact, '{ me { person { email } } }');
  address = me.person.email;
  await ask(contact, 'mutation { markNotificationsRead(input: {}) { unread } }');
  phone = await browsing.page({ viewport: PHONE });
}, 180_000);
afterAll(() => browsing?.close());

/** The address in the newest mail to somebody, once it has been written. */
async function linkTo(email: string): Promise<string> {
  for (;;) {
    const { mails } = await ask(admin, '{ mails(first: 20) { edges { node { to text } } } }');
    const text = mails.edges.map(({ node }: any) => node).find(({ to }: any) => to === email)?.text;
    const url = /https?:\/\/\S+#\S+/.exec(text ?? '')?.[0];
    if (url) return url;
  }
}

/** The bell, once it says what is unread: in its first minute the demonstration still tells of other things. */
async function bellThatCounts(): Promise<Locator> {
  for (;;) {
    const { unreadNotifications: count } = await ask(phone, '{ unreadNotifications }');
    const bell = phone.getByRole('link', { name: count > 0 ? `알림 ${count}개` : '알림', exact: true });
    if (await bell.isVisible()) return bell;
    await phone.waitForTimeout(100);
  }
}

describe('a contact on a phone', () => {
  it('has asked two taps after opening the link of a mail', async () => {
    await phone.goto('/sign-in?way=link');
    await phone.getByRole('textbox', { name: '이메일' }).fill(address);
    await phone.getByRole('button', { name: '링크 보내기' }).click();
    await phone.goto(await linkTo(address));
    const started = Date.now();
    await phone.getByRole('button', { name: '바로 질문하기' }).click();
    const field = phone.getByRole('textbox', { name: '질문 내용' });
    await field.waitFor();
    // The field is ready without a tap.
    await phone.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await phone.keyboard.insertText(QUESTION);
    await phone.getByRole('button', { name: '질문 보내기' }).click();
    await phone.waitForURL(/\/t\/thread_/);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('sees that it was seen, without doing anything', async () => {
    const id = /thread_\w+/.exec(phone.url())?.[0];
    await agent.goto(`/inbox/${id}`);
    await phone.getByText('CX팀이 읽었어요').waitFor();
  });

  it('sees that somebody writes an answer, and never that somebody writes a note', async () => {
    await agent.keyboard.press('n');
    await agent.keyboard.type('이 고객사는 결재 규칙이 복잡해요');
    await agent.keyboard.press('Control+Enter');
    await agent.getByText('이 고객사는 결재 규칙이 복잡해요').waitFor();
    expect(await phone.content()).not.toMatch(/쓰고 있어요|메모/);
    await agent.keyboard.press('Escape');
    await agent.keyboard.press('r');
    await agent.keyboard.type('결재선을 확인해 볼게요');
    await phone.getByText(/님이 쓰고 있어요/).waitFor();
  });

  it('is told of the answer elsewhere in the app, and lands on it with one tap', async () => {
    const space = phone.url().replace(/\/t\/.*$/, '');
    await phone.goto(space);
    await phone.getByText(QUESTION).first().waitFor();
    const answers = async (): Promise<{ read: boolean }[]> =>
      (
        await ask(phone, '{ notifications(first: 20) { edges { node { kind read thread { heading } } } } }')
      ).notifications.edges
        .map(({ node }: any) => node)
        .filter(({ kind, thread }: any) => kind === 'ANSWERED' && thread?.heading === QUESTION);
    expect(await answers()).toEqual([]);
    await agent.keyboard.press('Control+Enter');
    while ((await answers()).length === 0) await phone.waitForTimeout(100);
    await (await bellThatCounts()).click();
    await phone
      .getByRole('link')
      .filter({ hasText: '답변했어요' })
      .filter({ hasText: QUESTION })
      .first()
      .click();
    await phone.getByRole('region', { name: '대화 내용' }).getByText('결재선을 확인해 볼게요').waitFor();
    while (!(await answers()).every(({ read }) => read)) await phone.waitForTimeout(100);
    await bellThatCounts();
  });

  it('reads the state of each thread at a glance', async () => {
    await phone.goto(phone.url().replace(/\/t\/.*$/, ''));
    const list = phone.getByRole('main');
    for (const state of ['답변이 왔어요', '답변을 기다려요', '해결됐어요'])
      await list.getByText(state).first().waitFor();
  });

  it('raised no error, and nothing was refused by the page’s policy', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
