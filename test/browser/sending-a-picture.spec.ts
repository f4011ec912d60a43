// A contact pastes a screenshot on a phone; the agent sees it, looks at it closely, and answers with a file.
import type { Page } from 'playwright-core';
import { Browsing, PHONE, ask, axe } from './browsing.js';

let browsing: Browsing;
let contact: Page;
let agent: Page;
let threadId: string;
let handle: string;

beforeAll(async () => {
  browsing = await Browsing.open();
  contact = await browsing.as('CONTACT', { viewport: PHONE });
  agent = await browsing.as('AGENT');
  const { me } = await ask(
    contact,
    // To a closed thread nobody writes any more: another one would follow.
    '{ me { company { handle space { threads(queue: IN_PROGRESS, first: 1) { edges { node { id } } } } } } }',
  );
  handle = me.company.handle;
  threadId = me.company.space.threads.edges[0].node.id;
}, 180_000);
afterAll(() => browsing?.close());

/** As a browser hands over a screenshot: one file called image.png, and no words. */
const paste = (page: Page, width: number): Promise<void> =>
  page.getByRole('textbox', { name: '메시지' }).evaluate(async (field, size) => {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size / 2;
    canvas.getContext('2d')?.fillRect(10, 10, 50, 50);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const data = new DataTransfer();
    data.items.add(new File([blob ?? ''], 'image.png', { type: 'image/png' }));
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, width);
const chip = (page: Page) => page.getByRole('list', { name: '첨부한 파일' }).getByText(/^스크린샷/);
const pictures = (page: Page) => page.getByRole('button', { name: /^스크린샷.* 크게 보기$/ });

describe('a picture on a phone', () => {
  it('is pasted, and is still there after a reload', async () => {
    await contact.goto(`/c/${handle}/t/${threadId}`);
    await paste(contact, 800);
    await contact.getByRole('button', { name: /^스크린샷.* 빼기$/ }).waitFor();
    await contact.reload();
    await chip(contact).waitFor();
    expect(await axe(contact)).toEqual([]);
  });

  it('is sent without a word, and nothing moves when it has loaded', async () => {
    await contact.getByRole('button', { name: '보내기', exact: true }).click();
    await chip(contact).waitFor({ state: 'hidden' });
    const image = pictures(contact).locator('img');
    await image.waitFor();
    expect(await image.evaluate(({ width, height }: HTMLImageElement) => width / height)).toBeCloseTo(2, 1);
    const wide = await contact.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  });

  it('is seen by the agent, and closely with one click', async () => {
    await agent.goto(`/inbox/${threadId}?queue=ALL`);
    await pictures(agent).last().click();
    const large = agent.getByRole('dialog').getByRole('img', { name: /^스크린샷/ });
    await large.waitFor();
    await agent.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('[role=dialog] img')].every(
        ({ complete, naturalWidth }) => complete && naturalWidth === 800,
      ),
    );
    expect(await axe(agent)).toEqual([]);
    await agent.keyboard.press('Escape');
    await agent.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('a file that cannot be sent', () => {
  it('says why, and the words beside it stay', async () => {
    const field = agent.getByRole('textbox', { name: '메시지' });
    await field.fill('안내를 붙여요');
    await agent.locator('[data-attach]').setInputFiles([
      { name: '안내.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no pdf') },
      { name: '안내.txt', mimeType: 'text/plain', buffer: Buffer.from('안내') },
    ]);
    await agent.getByText('파일 이름의 확장자와 실제 내용이 달라요.').waitFor();
    expect(await agent.getByRole('button', { name: '보내기', exact: true }).isDisabled()).toBe(true);
    expect(await axe(agent)).toEqual([]);
    await agent.getByRole('button', { name: '안내.pdf 빼기' }).click();
    await agent.getByRole('button', { name: '보내기', exact: true }).click();
    await contact.getByRole('link', { name: /안내\.txt 내려받기/ }).waitFor();
    expect(await field.inputValue()).toBe('');
  });

  it('hangs over the whole thread before it is dropped, and the pane says where it goes', async () => {
    const hover = (type: string) =>
      agent.locator('article').evaluate((pane, name) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'dropped.log'));
        pane.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
      }, type);
    await hover('dragenter');
    await agent.getByText('여기에 놓으면 첨부돼요').waitFor();
    await hover('drop');
    await agent.getByText('여기에 놓으면 첨부돼요').waitFor({ state: 'hidden' });
    await agent.getByRole('button', { name: 'dropped.log 빼기' }).waitFor();
    // The server's answer to a refused upload is the only thing a page may complain of.
    expect(browsing.complaints.filter((each) => !each.includes('400'))).toEqual([]);
  });
});
