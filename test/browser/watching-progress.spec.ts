// A participant shows a step; staff, the owner and the participant see it where they are, without loading anything again.
import { Browsing, PHONE, ask, axe, settled } from './browsing.js';

let browsing: Browsing;

beforeAll(async () => {
  browsing = await Browsing.open();
}, 180_000);
afterAll(() => browsing?.close());

it('a step that is shown and reviewed turns on every page that shows it', async () => {
  const phone = await browsing.as('CONTACT', { viewport: PHONE });
  const { me, myMissions } = await ask(
    phone,
    '{ me { person { name } company { handle } } myMissions { id state shownBy person { id } texts { title } project { id } } }',
  );
  const { handle } = me.company;
  const mission = myMissions.find(
    ({ state, shownBy, person }: any) => state === 'OPEN' && shownBy === 'TICK' && person,
  );
  const desk = await browsing.as('AGENT');
  const owner = await browsing.as('CONTACT');
  const path = `training/projects/${mission.project.id}`;
  await desk.goto(`/${path}`);
  await owner.goto(`/c/${handle}/training`);
  await owner
    .getByRole('link', { name: /사람과 단계별로 보기$/ })
    .first()
    .click();
  await owner.waitForURL(`**/c/${handle}/${path}`);
  await phone.goto(`/c/${handle}/training`);
  const column = await desk.getByRole('columnheader').allInnerTexts();
  const at = column.findIndex((each) => each.includes(mission.texts[0].title));
  const cellOf = (page: typeof desk) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: me.person.name }) })
      .getByRole('cell')
      .nth(at - 1);
  const row = phone.getByRole('listitem').filter({ hasText: mission.texts[0].title });
  for (const page of [desk, owner]) {
    await cellOf(page).getByText('할 일').waitFor();
    // A mark that a new load would take away.
    await page.evaluate(() => Object.assign(window, { stood: true }));
    await settled(page);
    expect(await axe(page)).toEqual([]);
  }

  const submitted = await ask(
    phone,
    `mutation { submitStep(input: { missionStepId: "${mission.id}" }) { missionStep { submissions { id } } } }`,
  );
  for (const page of [desk, owner]) await cellOf(page).getByText('확인 대기').waitFor();
  await row.getByText('확인 기다리는 중').waitFor();

  // By keyboard alone: what was shown is one key away, and closes again.
  const button = cellOf(desk).getByRole('button');
  await button.focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog').getByText('확인 기다리는 중').waitFor();
  const id = submitted.submitStep.missionStep.submissions.at(-1).id;
  await ask(
    desk,
    `mutation { reviewSubmission(input: { submissionId: "${id}", verdict: PASS, comment: "좋아요" }) { submission { id } } }`,
  );
  await desk.getByRole('dialog').getByText('좋아요').waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'hidden' });
  for (const page of [desk, owner]) await cellOf(page).getByText('통과').waitFor();
  await row.getByText('통과').waitFor();
  for (const page of [desk, owner]) expect(await page.evaluate(() => 'stood' in window)).toBe(true);
  // The owner opens nothing: what colleagues have shown is theirs and the team's.
  expect(await cellOf(owner).getByRole('button').count()).toBe(0);
});
