// Somebody finds a device that they forgot, and signs it out from where they are; an administrator does it for a colleague.
import { Browsing, PHONE, axe, settled } from './browsing.js';

let browsing: Browsing;

beforeAll(async () => {
  browsing = await Browsing.open();
}, 180_000);
afterAll(() => browsing?.close());

it('an agent signs the other device out, and it is sent to the sign-in at once', async () => {
  const desk = await browsing.as('AGENT');
  const phone = await browsing.as('AGENT', { viewport: PHONE, locale: 'en', scheme: 'dark' });
  await phone.goto('/profile');
  const there = phone.getByRole('region', { name: 'Where you are signed in' });
  await there.getByText('This device').waitFor();
  expect(await there.getByRole('listitem').count()).toBe(2);
  expect(await there.getByText('Chrome on Linux').count()).toBe(2);
  expect(await axe(phone)).toEqual([]);

  await desk.goto('/profile');
  const here = desk.getByRole('region', { name: '로그인한 기기' });
  await here.getByText('지금 이 기기').waitFor();
  expect(await axe(desk)).toEqual([]);
  await here.getByRole('button', { name: /로그아웃$/ }).click();
  await desk.getByText('기기를 로그아웃했어요').waitFor();
  await settled(desk);
  expect(await here.getByRole('listitem').count()).toBe(1);
  await phone.reload();
  await phone.waitForURL(/sign-in/);
});

it('an administrator signs a colleague out everywhere', async () => {
  const agent = await browsing.as('AGENT');
  await agent.goto('/profile');
  const name = (await agent.getByRole('textbox').first().inputValue()).trim();
  const admin = await browsing.as('ADMIN');
  await admin.goto(`/people?q=${encodeURIComponent(name)}`);
  await admin.getByRole('row').filter({ hasText: name }).getByRole('button').last().click();
  await admin.getByRole('menuitem', { name: '모든 기기에서 로그아웃' }).click();
  const asked = admin.getByRole('dialog');
  expect(await axe(admin)).toEqual([]);
  await asked.getByRole('button', { name: '모든 기기에서 로그아웃' }).click();
  await asked.waitFor({ state: 'hidden' });
  await agent.reload();
  await agent.waitForURL(/sign-in/);
  await admin.goto('/audit');
  // The newest line is the administrator's; the agent's own ending stands below.
  const line = admin.getByText(`${name} 님의 기기를 로그아웃했어요`).first();
  expect(await line.innerText()).not.toMatch(new RegExp(`^${name} 님이`));
});
