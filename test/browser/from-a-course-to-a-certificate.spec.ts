// Staff write a course and hold it; a contact is there, practises on the phone, is passed by keyboard, and holds a
// certificate that anybody can see is true.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Browsing, PHONE, ask, axe } from './browsing.js';

const COURSE = '회의록을 프로젝트에 남기기';
const MISSION = '이번 주 회의에서 해 봐요';
const STEP = '회의록 한 건을 올려요';

/** Of one step: a machine that has a demonstration to digest is slow. */
const PATIENCE_MS = 120_000;

let browsing: Browsing;
let agent: Page;
let phone: Page;
let handle: string;
let company: string;
let name: string;

beforeAll(async () => {
  browsing = await Browsing.open();
  [agent, phone] = await Promise.all([browsing.as('AGENT'), browsing.as('CONTACT', { viewport: PHONE })]);
  for (const page of [agent, phone]) page.setDefaultTimeout(PATIENCE_MS);
  const { me } = await ask(phone, '{ me { person { name } company { handle name } } }');
  ({ handle, name: company } = me.company);
  ({ name } = me.person);
}, 180_000);
afterAll(() => browsing?.close());

/** Asks until what a job brings is there: the demonstration's own jobs may stand before it. */
async function until(page: Page, query: string, there: (data: any) => boolean): Promise<void> {
  while (!there(await ask(page, query))) await page.waitForTimeout(300);
}

/** The moment in so many minutes, as the browser's clock and a field of date and time have it. */
const inMinutes = (page: Page, minutes: number): Promise<string> =>
  page.evaluate((later) => {
    const at = new Date(Date.now() + later * 60_000);
    return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, minutes);

describe('from a course to a certificate', () => {
  let certificate = '';
  let link = '';

  it('an agent writes a course with a mission and publishes it', async () => {
    await agent.goto('/training?show=courses');
    await agent.getByRole('button', { name: '과정 만들기' }).click();
    const made = agent.getByRole('dialog', { name: '과정 만들기' });
    await made.getByRole('textbox', { name: '과정 이름' }).fill(COURSE);
    await made.getByRole('button', { name: '과정 만들기' }).click();
    await agent.waitForURL(/\/training\/courses\/course_/);
    await agent.getByRole('button', { name: '미션 넣기' }).click();
    const mission = agent.getByRole('dialog', { name: '미션 넣기' });
    await mission.getByRole('textbox', { name: '이름 (한국어)' }).fill(MISSION);
    await mission.getByRole('button', { name: '저장하기' }).click();
    await mission.waitFor({ state: 'hidden' });
    await agent.getByRole('button', { name: '단계 넣기' }).click();
    const step = agent.getByRole('dialog', { name: '단계 넣기' });
    await step.getByRole('textbox', { name: '이름 (한국어)' }).fill(STEP);
    await step.getByRole('combobox', { name: '확인 방법' }).click();
    await agent.getByRole('option', { name: '글로 적기' }).click();
    await step.getByRole('button', { name: '저장하기' }).click();
    await step.waitFor({ state: 'hidden' });
    await agent.getByText(STEP).waitFor();
    await agent.getByRole('button', { name: '발행하기' }).click();
    const publish = agent.getByRole('dialog', { name: '이 버전을 발행할까요?' });
    await publish.getByRole('button', { name: '발행하기' }).click();
    await agent.getByText('발행한 버전 1이에요').waitFor();
  });

  it('plans a session of it and invites a contact, who finds it on the phone', async () => {
    await agent.goto('/training');
    await agent.getByRole('button', { name: '교육 열기' }).click();
    const plan = agent.getByRole('dialog', { name: '교육 열기' });
    await plan.getByRole('combobox', { name: '과정' }).click();
    await agent.getByRole('option', { name: COURSE }).click();
    await plan.getByLabel('시작', { exact: false }).fill(await inMinutes(agent, 0));
    await plan.getByLabel('끝', { exact: false }).fill(await inMinutes(agent, 60));
    await plan.getByRole('textbox', { name: '장소' }).fill('3층 교육장');
    await plan.getByRole('button', { name: '교육 열기' }).click();
    await agent.waitForURL(/\/training\/sessions\/trainingsession_/);
    await agent.getByRole('button', { name: '참석자 초대하기' }).click();
    const invite = agent.getByRole('dialog', { name: '참석자 초대하기' });
    await invite.getByRole('combobox', { name: '회사' }).fill(company);
    await agent.getByRole('option', { name: company }).click();
    await invite.getByRole('checkbox', { name }).check();
    await invite.getByRole('button', { name: '1명 초대하기' }).click();
    await invite.waitFor({ state: 'hidden' });
    await phone.goto(`/c/${handle}/training`);
    await phone.getByRole('link', { name: COURSE }).click();
    await phone.waitForURL(/\/training\/trainingsession_/);
    await phone.getByText('3층 교육장').waitFor();
  });

  it('holds it; the contact says by the code on the wall that they are here', async () => {
    await agent.getByRole('button', { name: '교육 시작하기' }).click();
    const wall = agent.getByRole('region', { name: '출석 코드' });
    const code = /\d{3} \d{3}/.exec(await wall.innerText())?.[0] ?? '';
    // Without a reload.
    const field = phone.getByRole('textbox', { name: '강사가 보여 주는 숫자 여섯 자리를 넣어 주세요.' });
    await field.fill(code);
    await phone.getByRole('button', { name: '출석하기' }).click();
    await phone.getByText('출석했어요. 함께해 주셔서 고마워요.').waitFor();
    await agent.getByText('코드로 출석').waitFor();
    await agent.getByRole('button', { name: '교육 끝내기' }).click();
    const end = agent.getByRole('dialog', { name: '교육을 끝낼까요?' });
    await end.getByRole('button', { name: '교육 끝내기' }).click();
    await end.waitFor({ state: 'hidden' });
    await agent.getByText('아직 수료한 사람이 없어요').waitFor();
  });

  it('the mission is there by itself, and the contact does it on the phone', async () => {
    await until(phone, '{ myMissions { texts { title } } }', ({ myMissions }) =>
      myMissions.some(({ texts }: any) => texts[0].title === STEP),
    );
    await phone.goto(`/c/${handle}/training`);
    await phone.getByRole('link', { name: STEP }).click();
    await phone.waitForURL(/\/missions\/missionstep_/);
    await phone.getByRole('textbox', { name: '내용' }).fill('월요일 회의록을 올렸어요.');
    await phone.getByRole('button', { name: '보내기' }).click();
    await phone.getByText('확인 기다리는 중').waitFor();
  });

  it('an agent passes it by keyboard', async () => {
    await agent.goto('/training/reviews');
    const { missionReviewCounts } = await ask(agent, '{ missionReviewCounts { all } }');
    const all: number = missionReviewCounts.all;
    // The oldest come first: ours is the last.
    for (let at = 1; at < all; at++) {
      await agent.getByText(`${all}건 중 ${at}번째`).waitFor();
      await agent.keyboard.press('j');
    }
    await agent.getByText(`${all}건 중 ${all}번째`).waitFor();
    await agent.getByRole('heading', { name: STEP }).waitFor();
    await agent.getByText('월요일 회의록을 올렸어요.').waitFor();
    await agent.keyboard.press('p');
    await agent.getByText('통과로 확인했어요.').waitFor();
  });

  it('the contact is told of a certificate, and holds it two taps later', async () => {
    await until(
      phone,
      '{ notifications(first: 5) { edges { node { kind certificate { titles { title } } } } } }',
      ({ notifications }) =>
        notifications.edges.some(({ node }: any) => node.certificate?.titles[0].title === COURSE),
    );
    await phone.goto(`/c/${handle}/notifications`);
    await phone
      .getByRole('link')
      .filter({ hasText: '수료증이 나왔어요' })
      .filter({ hasText: COURSE })
      .click();
    await phone.waitForURL(/\/certificates\/certificate_/);
    await phone.getByText(`${name} 님, 수료를 축하해요!`).waitFor();
    await phone.getByText(COURSE).waitFor();
    expect(await axe(phone)).toEqual([]);
    certificate = phone.url();
    link = (await phone.getByRole('link', { name: /\/verify\// }).getAttribute('href')) ?? '';
  });

  it.each(['한국어 PDF 내려받기', '영어 PDF 내려받기'])('%s', async (button) => {
    const [download] = await Promise.all([
      phone.waitForEvent('download'),
      phone.getByRole('link', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^certificate-\d{4}-\w{4}-\w{4}\.pdf$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('anybody who has the link sees that it is true, without signing in', async () => {
    const stranger = await browsing.page();
    stranger.setDefaultTimeout(PATIENCE_MS);
    await stranger.goto(new URL(link).pathname);
    await stranger.getByText('진짜 수료증이에요').waitFor();
    const said = await stranger.getByRole('main').innerText();
    for (const word of [name, COURSE, company]) expect(said).toContain(word);
    expect(await axe(stranger)).toEqual([]);
    await stranger.goto(new URL(link).pathname.replace(/.{4}$/, 'AAAA'));
    await stranger.getByText('확인할 수 없는 링크예요').waitFor();
    // The paper itself is nobody else's.
    await stranger.goto(new URL(certificate).pathname);
    await stranger.waitForURL(/\/sign-in/);
    await stranger.context().close();
  });

  it('staff take it back with a reason, and whoever looks sees so at once', async () => {
    const { trainingSessions } = await ask(
      agent,
      '{ trainingSessions(when: PAST, first: 1) { edges { node { id } } } }',
    );
    await agent.goto(`/training/sessions/${trainingSessions.edges[0].node.id}`);
    await agent.getByRole('button', { name: `${name} 수료증 취소하기` }).click();
    const dialog = agent.getByRole('dialog', { name: `${name} 님의 수료증을 취소할까요?` });
    await dialog.getByRole('textbox', { name: /이유/ }).fill('다른 분의 회의록이었어요');
    await dialog.getByRole('button', { name: '취소하기' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await phone.getByText('이유: 다른 분의 회의록이었어요').waitFor();
    const stranger = await browsing.page();
    stranger.setDefaultTimeout(PATIENCE_MS);
    await stranger.goto(new URL(link).pathname);
    await stranger.getByText('취소된 수료증이에요').waitFor();
    await stranger.context().close();
  });

  it('raised no error', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
