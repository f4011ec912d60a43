// On an anonymous board: a question on a phone that names too much is masked, answered, accepted; whoever answered is banned and refused.
import type { Page } from 'playwright-core';
import { Browsing, PHONE, ask, axe } from './browsing.js';
import { pdf, photo, png } from '../world/files.js';

const ANSWER = '저희는 결재만 알림을 켜 두기로 정했어요.';

let browsing: Browsing;
let agent: Page;
let asker: Page;
let answerer: Page;
let board: string;
let thread: string;
let company: { handle: string; name: string };
let other: string;

const companyOf = async (page: Page) => (await ask(page, '{ me { company { handle name } } }')).me.company;

beforeAll(async () => {
  browsing = await Browsing.open();
  const lead = await browsing.as('LEAD');
  const opened = await ask(
    lead,
    `mutation { openBoard(input: { name: "고민 나눔", anonymous: true, audience: { everyone: true } }) { board { id } } }`,
  );
  board = opened.openBoard.board.id;
  [agent, asker] = await Promise.all([browsing.as('AGENT'), browsing.as('CONTACT', { viewport: PHONE })]);
  company = await companyOf(asker);
  const entrances = [...browsing.product.said().matchAll(/CONTACT .*\n\s+(\S+\/sign-in\?as=\S+)/g)];
  answerer = await browsing.page();
  await answerer.goto(entrances[1]?.[1] ?? '');
  await answerer.waitForURL(/\/c\//);
  other = (await companyOf(answerer)).handle;
}, 180_000);
afterAll(() => browsing?.close());

const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const article = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

describe('asking on a board', () => {
  it('finds what points at somebody while one writes, and masks it', async () => {
    await asker.goto(`/c/${company.handle}/boards/${board}`);
    await asker.getByRole('link', { name: '질문하기' }).first().click();
    await field(asker, '제목').fill('결재 알림을 줄이려면 어떻게 하나요?');
    await field(asker, '내용').fill(
      `${company.name}에서는 하루에 80개가 와요. 010-2345-6789 로 전화 주세요.`,
    );
    await asker.getByText('누군가를 알아볼 수 있는 말이 2곳 있어요').waitFor();
    await asker.getByRole('button', { name: /^“010-2345-6789” 가리기/ }).click();
    expect(await field(asker, '내용').inputValue()).toContain('[전화번호] 로');
    await asker.getByText('누군가를 알아볼 수 있는 말이 1곳 있어요').waitFor();
  });

  it('adds a picture, takes one out again, and loses neither by a reload', async () => {
    const picture = (name: string) => asker.getByRole('img', { name, exact: true });
    await asker.locator('[data-attach]').setInputFiles([
      { name: '홍길동.jpg', mimeType: 'image/jpeg', buffer: await photo(600, 400) },
      { name: '화면.png', mimeType: 'image/png', buffer: await png(800, 300) },
    ]);
    await picture('이미지 2').waitFor();
    await asker.getByText('이미지 속에 보이는 이름은 찾지 못하니').waitFor();
    // Upright ones cover nothing beside them.
    expect((await picture('이미지 1').boundingBox())?.height).toBeLessThanOrEqual(72);
    await asker.getByRole('button', { name: '이미지 1 빼기' }).click();
    await picture('이미지 2').waitFor({ state: 'detached' });
    await asker
      .locator('[data-attach]')
      .setInputFiles([{ name: '계약서.pdf', mimeType: 'application/pdf', buffer: pdf() }]);
    await asker.getByText('이미지만 올릴 수 있어요').waitFor();
    await asker.reload();
    await picture('이미지 1').waitFor();
    expect(await axe(asker)).toEqual([]);
  });

  it('sends nothing that is left open without being told to', async () => {
    await asker.getByRole('button', { name: '올리기', exact: true }).click();
    await asker.getByRole('dialog', { name: '아직 가리지 않은 곳이 있어요' }).waitFor();
    await asker.getByRole('button', { name: '모두 가리고 올리기' }).click();
    await asker.waitForURL(/\/boardthread_/);
    thread = /boardthread_\w+/.exec(asker.url())?.[0] ?? '';
    const question = article(asker, '하루에 80개가');
    await question.getByText('○○사에서는 하루에 80개가 와요. [전화번호] 로 전화 주세요.').waitFor();
    await question.getByText('내 글').waitFor();
    await question.getByRole('button', { name: '이미지 1 크게 보기' }).waitFor();
  });

  it('is answered by somebody of another company, and nobody sees who that is', async () => {
    await answerer.goto(`/c/${other}/boards/${board}/${thread}`);
    await article(answerer, '하루에 80개가').waitFor();
    expect(await answerer.getByRole('main').getByText('내 글').count()).toBe(0);
    await answerer.getByRole('button', { name: '이미지 1 크게 보기' }).click();
    const large = answerer.getByRole('dialog').getByRole('img', { name: '이미지 1' });
    await large.waitFor();
    expect(
      await large.evaluate((shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth)),
    ).toBe(800);
    await answerer.keyboard.press('Escape');
    await field(answerer, '답변하기').fill(ANSWER);
    await answerer.getByRole('button', { name: '답변 올리기' }).click();
    await article(answerer, ANSWER).getByText('내 글').waitFor();
    const name = (await ask(answerer, '{ me { person { name } } }')).me.person.name;
    await asker.reload();
    await article(asker, ANSWER).waitFor();
    expect(await asker.getByRole('main').textContent()).not.toContain(name);
  });

  it('is told of it in this browser, and accepts what helped', async () => {
    await answerer.getByRole('button', { name: '댓글 달기' }).last().click();
    await answerer.getByRole('textbox', { name: /글에 댓글 달기$/ }).fill('처음 2주는 같이 설정했어요.');
    await answerer.getByRole('button', { name: '댓글 올리기' }).click();
    await article(answerer, '처음 2주는 같이 설정했어요.').waitFor();
    await asker.goto(`/c/${company.handle}/boards/mine`);
    await asker
      .getByRole('listitem')
      .filter({ hasText: '결재 알림을 줄이려면' })
      .getByText('새 글 1')
      .waitFor();
    await asker.getByRole('link', { name: '결재 알림을 줄이려면 어떻게 하나요?' }).click();
    const answer = article(asker, ANSWER);
    await answer.getByRole('button', { name: '도움이 됐어요' }).first().click();
    await answer.getByRole('button', { name: '도움이 됐어요 1', pressed: true }).waitFor();
    await answer.getByRole('button', { name: '이 답변으로 해결했어요' }).click();
    await answer.getByText('도움이 된 답변').waitFor();
  });

  it('bans whoever answered, without anybody learning who that is', async () => {
    await agent.goto(`/boards/${board}/${thread}`);
    await article(agent, ANSWER)
      .getByRole('button', { name: /할 수 있는 일$/ })
      .first()
      .click();
    await agent.getByRole('menuitem', { name: '글쓰기 막기' }).click();
    await field(agent, '이유').fill('광고를 되풀이해서 올렸어요');
    await agent.getByRole('button', { name: '글쓰기 막기' }).click();
    await agent.getByText('글쓰기를 막았어요.').waitFor();
  });

  it('refuses the next words of the banned one kindly, and keeps them until the sign-out', async () => {
    await field(answerer, '답변하기').fill('하나 더 알려 드리면,');
    await answerer.getByRole('button', { name: '답변 올리기' }).click();
    await answerer.getByRole('alert').getByText('이 게시판에서는 더 이상 글을 쓸 수 없어요').waitFor();
    expect(await field(answerer, '답변하기').inputValue()).toBe('하나 더 알려 드리면,');
    const drafts = () =>
      answerer.evaluate(
        () => Object.keys(localStorage).filter((name) => name.startsWith('hotline.board.draft.')).length,
      );
    expect(await drafts()).toBe(1);
    await answerer.getByRole('button', { name: 'Imogen Thackwell' }).click();
    await answerer.getByRole('menuitem', { name: '로그아웃' }).click();
    await answerer.waitForURL(/\/sign-in/);
    expect(await drafts()).toBe(0);
  });

  it('lets the ban be lifted from the log', async () => {
    await agent.goto('/boards/moderation');
    await agent.getByRole('button', { name: '제한 풀기' }).click();
    await field(agent, '이유').fill('다른 사람의 글이었어요');
    await agent.getByRole('dialog').getByRole('button', { name: '제한 풀기' }).click();
    await agent.getByText('글쓰기 제한을 풀었어요').waitFor();
  });

  it('raised no error, and nothing was refused by the page’s policy', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
