// An administrator on day one: from an empty installation to an imported history and three invited colleagues.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { Browsing, ask, axe } from './browsing.js';
import { historyRows } from './history.js';

let browsing: Browsing;
let page: Page;

beforeAll(async () => {
  browsing = await Browsing.open(['--no-demo']);
  page = await browsing.page();
}, 180_000);
afterAll(() => browsing?.close());

describe('an administrator on day one', () => {
  it('becomes the first administrator by the address that the start prints', async () => {
    const address = /https?:\/\/\S+\/first-admin#\S+/.exec(browsing.product.said())?.[0];
    await page.goto(address ?? '');
    await page.getByRole('textbox', { name: '이름' }).fill('박관리');
    await page.getByRole('textbox', { name: '이메일' }).fill('admin@provider.example');
    await page.locator('input[type=password]').fill('long enough 1234');
    await page.getByRole('button', { name: '만들고 시작하기' }).click();
    await page.waitForURL(/\/companies/);
  });

  it('is shown the first steps, once, and again when asked', async () => {
    await page.evaluate(() => localStorage.setItem('hotline.tour', 'yes'));
    await page.reload();
    const card = page.getByRole('complementary', { name: '첫걸음' });
    await card.getByRole('heading', { name: '고객사부터' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await card.getByRole('button', { name: '다음' }).click();
    await card.getByRole('heading', { name: '동료를 초대해요' }).waitFor();
    await card.getByRole('button', { name: '건너뛰기' }).first().click();
    await card.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('main').waitFor();
    expect(await card.count()).toBe(0);
    await page.getByRole('button', { name: '박관리' }).click();
    await page.getByRole('menuitem', { name: '첫걸음 다시 보기' }).click();
    await card.getByRole('heading', { name: '고객사부터' }).waitFor();
    await card.getByRole('button', { name: '건너뛰기' }).first().click();
  });

  it('invites three colleagues at once', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: /초대/ }).first().click();
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill('a@provider.example, b@provider.example\nc@provider.example');
    await page.getByRole('dialog').getByRole('button', { name: '초대 보내기' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { mails } = await ask(page, '{ mails(first: 10) { edges { node { to kind } } } }');
    expect(mails.edges.map(({ node }: any) => node.to).sort()).toEqual([
      'a@provider.example',
      'b@provider.example',
      'c@provider.example',
    ]);
  });

  it('brings half a year of history, sees beforehand what will come, and which row will not', async () => {
    await page.getByRole('link', { name: '자료 가져오기' }).click();
    await page.getByRole('heading', { name: '아직 가져온 파일이 없어요' }).waitFor();
    const file = { name: '상담내역.csv', mimeType: 'text/csv', buffer: Buffer.from(historyRows(400, 'h')) };
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'CSV 파일 고르기' }).click();
    await (await chooser).setFiles(file);
    await page.getByRole('heading', { name: '어느 열이 무엇인가요?' }).waitFor();
    const check = page.getByRole('button', { name: '확인하기' });
    expect(await check.isDisabled()).toBe(true);
    await page.getByLabel('채널').selectOption({ label: '전화' });
    await page
      .getByRole('region', { name: '이렇게 들어와요' })
      .getByText('회사 7', { exact: true })
      .waitFor();
    await check.click();
    await page.getByRole('heading', { name: '대화 400건이 새로 들어와요' }).waitFor();
    await page.getByText("이메일 주소가 아니에요: '주소 없음'").waitFor();
    const [errors] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '모두 내려받기 (CSV)' }).click(),
    ]);
    expect(readFileSync(await errors.path(), 'utf8')).toContain('402,이메일,주소 없음,');
    await page.getByRole('button', { name: '대화 400건 가져오기' }).click();
    await page.getByRole('heading', { name: '대화 400건을 가져왔어요' }).waitFor();
    await page.getByText('고객사 20곳과 담당자 20명이 함께 들어왔어요.').waitFor();
  });

  it('sees its companies and its weeks', async () => {
    await page.getByRole('link', { name: '고객사 보기' }).click();
    await page.getByText('회사 7', { exact: true }).first().waitFor();
    await page.goto('/weekly');
    const { weeklyVoc } = await ask(page, '{ weeklyVoc { total } }');
    expect(weeklyVoc.total).toBeGreaterThan(0);
    await page.getByRole('list', { name: '분류별 VOC' }).waitFor();
  });

  it('thinks better of a second file, and takes it back as a whole', async () => {
    await page.goto('/import');
    const file = {
      name: '잘못된 파일.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(historyRows(30, 'again')),
    };
    await page.setInputFiles('input[type=file]', file);
    await page.getByLabel('채널').selectOption({ label: '전화' });
    await page.getByRole('button', { name: '확인하기' }).click();
    await page.getByRole('button', { name: '대화 30건 가져오기' }).click();
    await page.getByRole('button', { name: '가져온 것 모두 되돌리기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/대화 30건과 그 VOC 항목이 지워져요/).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '되돌리기', exact: true }).click();
    await page.getByRole('heading', { name: '되돌렸어요' }).waitFor();
    const { vocItems } = await ask(page, '{ vocItems(first: 1) { totalCount } }');
    expect(vocItems.totalCount).toBe(400);
  });

  it('raised no error', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
