// An administrator on day one: from an empty installation to an imported history and three invited colleagues.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Browsing, ask, axe } from './browsing.js';

let browsing: Browsing;
let page: Page;

beforeAll(async () => {
  browsing = await Browsing.open(['--no-demo']);
  page = await browsing.page();
}, 180_000);
afterAll(() => browsing?.close());

/** 400 rows of 20 companies over the last half year. */
function history(): string {
  const head =
    'external_id,company,company_domain,company_employees,contact_name,contact_email,channel,occurred_at,body';
  const texts = [
    '알림이 오지 않아요',
    '엑셀로 내려받고 싶어요',
    '로그인이 안 돼요',
    '버튼이 너무 작아요',
    '사용법을 모르겠어요',
  ];
  const rows = Array.from({ length: 400 }, (_, n) => {
    const company = n % 20;
    const at = new Date(Date.now() - (n % 180) * 86_400_000 - 3_600_000).toISOString();
    return `h-${n},회사 ${company},c${company}.example,${30 + company * 20},담당 ${company},p@c${company}.example,EMAIL,${at},${texts[n % 5]}`;
  });
  return [head, ...rows].join('\n');
}

const bring = (file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/cli/import.js', file], {
      env: { PATH: process.env.PATH, DATA_DIR: browsing.folder },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });

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

  it('brings half a year of history, and sees its companies and its weeks', async () => {
    const file = join(browsing.folder, 'history.csv');
    writeFileSync(file, history());
    expect(await bring(file)).toContain('400 imported and counted');
    await page.goto('/companies');
    await page.getByText('회사 7', { exact: true }).first().waitFor();
    await page.goto('/weekly');
    const { weeklyVoc } = await ask(page, '{ weeklyVoc { total } }');
    expect(weeklyVoc.total).toBeGreaterThan(0);
    await page.getByRole('list', { name: '분류별 VOC' }).waitFor();
  });

  it('raised no error', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
