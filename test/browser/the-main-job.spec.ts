// A contact's question becomes this week's figure, in three browsers at once and without a reload.
import type { Page } from 'playwright-core';
import { Browsing, PHONE, ask } from './browsing.js';

const QUESTION = '전자결재 첨부 파일을 누르면 흰 화면만 나오고 오류가 떠요. 어제까지는 됐는데요.';
const CANARY = '까마귀7731';

let browsing: Browsing;
let contact: Page;
let agent: Page;
let planner: Page;

beforeAll(async () => {
  browsing = await Browsing.open();
  [contact, agent, planner] = await Promise.all([
    browsing.as('CONTACT', { viewport: PHONE }),
    browsing.as('AGENT'),
    browsing.as('PLANNER'),
  ]);
}, 180_000);
afterAll(() => browsing?.close());

const talk = (page: Page) => page.getByRole('region', { name: '대화 내용' });

/** What the thread that the agent looks at counts as, once the server has it. */
async function counted(category: string): Promise<void> {
  const id = /thread_\w+/.exec(agent.url())?.[0];
  for (;;) {
    const { thread } = await ask(agent, `{ thread(id: "${id}") { vocItem { category reviewed } } }`);
    if (thread.vocItem?.reviewed && thread.vocItem.category === category) return;
  }
}

const runningTotal = async (): Promise<number> => {
  const { weeklyVoc } = await ask(planner, '{ weeklyVoc { nextWeek } }');
  const now = await ask(planner, `{ weeklyVoc(week: "${weeklyVoc.nextWeek}") { total } }`);
  return now.weeklyVoc.total;
};

describe('the main job in the browser', () => {
  let before = 0;

  it('greets each person where their work begins', () => {
    expect(new URL(contact.url()).pathname).toMatch(/^\/c\//);
    expect(new URL(agent.url()).pathname).toBe('/inbox');
    expect(new URL(planner.url()).pathname).toBe('/weekly');
  });

  it('lets a contact on a phone ask in two taps', async () => {
    before = await runningTotal();
    await agent.goto('/inbox?queue=ALL');
    await contact.getByRole('link', { name: '질문하기' }).click();
    await contact.getByRole('textbox', { name: '질문 내용' }).fill(QUESTION);
    await contact.getByRole('button', { name: '질문 보내기' }).click();
    await contact.waitForURL(/\/t\/thread_/);
    await talk(contact).getByText(QUESTION).waitFor();
  });

  it('shows the question to the team without a reload, answered by keyboard', async () => {
    await agent.getByText(QUESTION.slice(0, 30)).first().click();
    await agent.waitForURL(/\/inbox\/thread_/);
    await talk(agent).getByText(QUESTION).waitFor();
    await agent.keyboard.press('r');
    await agent.keyboard.type('확인해 보고 오늘 안에 말씀드릴게요.');
    await agent.keyboard.press('Control+Enter');
    await talk(contact).getByText('확인해 보고 오늘 안에 말씀드릴게요.').waitFor();
  });

  it('never sends while a Hangul syllable is being composed', async () => {
    await agent.keyboard.press('Escape');
    await agent.keyboard.press('r');
    const box = agent.getByRole('textbox', { name: '메시지' });
    await box.fill('조합 중인 글');
    await box.evaluate((area) => {
      for (const ctrlKey of [false, true]) {
        area.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'Enter',
            ctrlKey,
            isComposing: true,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
    });
    expect(await box.inputValue()).toBe('조합 중인 글');
    await box.fill('');
    await agent.keyboard.press('Escape');
  });

  it('keeps a note among staff', async () => {
    await agent.keyboard.press('n');
    await agent.keyboard.type(`고객사 담당자 바뀔 예정 ${CANARY}`);
    await agent.keyboard.press('Control+Enter');
    await talk(agent).getByText(CANARY).waitFor();
    await agent.keyboard.press('Escape');
    await agent.keyboard.press('r');
    await agent.keyboard.type('원인을 찾았어요.');
    await agent.keyboard.press('Control+Enter');
    await talk(contact).getByText('원인을 찾았어요.').waitFor();
    expect(await contact.content()).not.toContain(CANARY);
    await contact.reload();
    await talk(contact).getByText('원인을 찾았어요.').waitFor();
    expect(await contact.content()).not.toContain(CANARY);
  });

  it('counts the question in this week, in one category, decided by one key', async () => {
    await agent.keyboard.press('Escape');
    await agent
      .getByRole('button', { name: /오류·장애|개선 요청|사용 문의|기능 요청|계정·결제/ })
      .first()
      .waitFor();
    // Whoever changes their mind while the first decision is on its way is heard as well.
    await agent.keyboard.press('3');
    await agent.keyboard.press('2');
    await counted('DEFECT');
    expect(await runningTotal()).toBe(before + 1);
    const { weeklyVoc } = await ask(planner, '{ weeklyVoc { nextWeek } }');
    await planner.goto(`/weekly/${weeklyVoc.nextWeek}?category=DEFECT`);
    await planner.getByText(QUESTION.slice(0, 20)).first().waitFor();
  });

  it('lets both sides settle it', async () => {
    await agent.keyboard.press('e');
    await contact.getByText('해결됐어요').first().waitFor();
  });

  it('lets somebody who is signed in look around as somebody else of the demonstration', async () => {
    await planner.goto(browsing.entrance('CONTACT'));
    await planner.waitForURL(({ pathname }) => pathname.startsWith('/c/'));
  });

  it('raised no error in any page, and nothing was refused by the page’s policy', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
