// A planner on a need: the proposed item joins it, it becomes a planning item, it is shipped, and whoever asked reads so
// where they asked and on their page.
import type { Page } from 'playwright-core';
import { Browsing, PHONE, ask, axe } from './browsing.js';

const QUESTION = '안드로이드 폰 알림이 먹통이에요. 회사 전체가 알림을 하나도 못 받아요.';
const NEED = '안드로이드에 알림이 오지 않음';
const TITLE = '안드로이드 알림이 다시 제때 와요';

let browsing: Browsing;
let contact: Page;
let planner: Page;

beforeAll(async () => {
  browsing = await Browsing.open();
  [contact, planner] = await Promise.all([
    browsing.as('CONTACT', { viewport: PHONE }),
    browsing.as('PLANNER'),
  ]);
}, 180_000);
afterAll(() => browsing?.close());

/** The need that says the same as the contact's words, once the words have been read. */
async function proposed(): Promise<string> {
  for (;;) {
    const { vocItems } = await ask(
      planner,
      '{ vocItems(first: 1, search: "먹통이에요. 회사 전체가") { edges { node { id quote } } } }',
    );
    const item = vocItems.edges[0]?.node;
    if (item?.quote !== QUESTION) continue;
    const { similarVoc } = await ask(
      planner,
      `{ similarVoc(itemId: "${item.id}") { needs { need { title } } } }`,
    );
    const nearest = similarVoc.needs[0]?.need.title;
    if (nearest) return nearest;
  }
}

describe('a planner on a need', () => {
  let mentions = 0;

  it('hears a contact say the same, and the proposal is the need', async () => {
    await contact.getByRole('link', { name: '질문하기' }).click();
    await contact.getByRole('textbox', { name: '질문 내용' }).fill(QUESTION);
    await contact.getByRole('button', { name: '질문 보내기' }).click();
    await contact.waitForURL(/\/t\/thread_/);
    expect(await proposed()).toBe(NEED);
  });

  it('joins what is proposed by one key', async () => {
    await planner.goto('/needs');
    await planner.getByRole('link', { name: NEED }).click();
    mentions = Number(await planner.getByTestId('figure-언급').textContent());
    await planner.goto(`/voc?search=${encodeURIComponent(QUESTION.slice(0, 20))}`);
    await planner.getByRole('button', { name: `이 요구에 넣기: ${NEED}` }).waitFor();
    await planner.keyboard.press('s');
    const joined = planner.getByRole('link', { name: new RegExp(`^#\\d+ ${NEED}$`) });
    await joined.click();
    // The address changes before the page does, and the page before it holds the same words.
    await planner.getByRole('heading', { level: 1, name: NEED }).waitFor();
    await planner.getByText(QUESTION).waitFor();
    await planner
      .getByTestId('figure-언급')
      .getByText(String(mentions + 1), { exact: true })
      .waitFor();
  });

  it('makes a planning item of it, looked after by themselves', async () => {
    await planner.getByRole('link', { name: '기획 항목 만들기' }).click();
    const dialog = planner.getByRole('dialog', { name: '기획 항목 만들기' });
    await dialog.getByRole('textbox', { name: '이유' }).fill('한 주 사이에 여섯 곳이 말했어요');
    // Themselves, as soon as it is known who there is.
    const owner = dialog.getByRole('combobox', { name: '담당 기획자' });
    while ((await owner.inputValue()) === '') await planner.waitForTimeout(50);
    await dialog.getByRole('button', { name: '기획 항목 만들기' }).click();
    await planner.waitForURL(/\/planning\/\d+$/);
    await dialog.waitFor({ state: 'hidden' });
    await planner.getByText(QUESTION).waitFor();
    expect(await axe(planner)).toEqual([]);
  });

  it('ships it in words for those who asked, of whom they see the names before', async () => {
    await planner.getByRole('button', { name: '상태 바꾸기' }).click();
    const dialog = planner.getByRole('dialog', { name: /상태 바꾸기/ });
    await dialog.getByRole('combobox', { name: '새 상태' }).click();
    await planner.getByRole('option', { name: '출시함' }).click();
    await dialog.getByRole('textbox', { name: '이유' }).fill('수신 경로를 새로 만들었어요');
    await dialog.getByRole('textbox', { name: '제목 (한국어)' }).fill(TITLE);
    await dialog.getByRole('textbox', { name: '제목 (영어)' }).fill('Android notifications arrive again');
    const { me } = await ask(contact, '{ me { person { name } } }');
    await dialog.getByText(me.person.name).first().waitFor();
    await dialog.getByRole('button', { name: '바꾸고 알리기' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is heard where the contact asked, without a reload and as news', async () => {
    const talk = contact.getByRole('region', { name: '대화 내용' });
    await talk.getByText(TITLE).first().waitFor();
    const id = /thread_\w+/.exec(contact.url())?.[0];
    const { thread } = await ask(contact, `{ thread(id: "${id}") { state } }`);
    // Nobody has answered by it: it is still our turn.
    expect(thread.state).toBe('OPEN');
  });

  it('stands on the page of what was said and done', async () => {
    const handle = /\/c\/([^/]+)/.exec(contact.url())?.[1];
    await contact.goto(`/c/${handle}/you-said`);
    const card = contact.getByRole('article').filter({ hasText: TITLE });
    await card.getByText('출시함').waitFor();
    await card.getByRole('link', { name: QUESTION }).waitFor();
    await card
      .getByText(/알려 드렸어요/)
      .first()
      .waitFor();
    await card.getByRole('link', { name: QUESTION }).click();
    await contact.waitForURL(/\/t\/thread_/);
  });

  it('raised no error', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
