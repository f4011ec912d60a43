// Planning items come out of needs; every change of state has its reason; whoever asked is told where they asked, once.
import { Database, sql } from '../../src/platform/database/index.js';
import { system } from '../../src/platform/actor.js';
import { ThreadsService } from '../../src/threads/index.js';
import { DecisionTelling } from '../../src/voc/planning/telling.service.js';
import { DAY } from '../world/clock.js';
import { uuidOf } from '../attacks/stage.js';
import { type Company, type Person, World } from '../world/world.js';
import { bring } from './inquiries.js';
import { WORDING, ask, decide, join, need, plan, said } from './planned.js';

let world: World;
let planner: Person;
let agent: Person;
let hanbit: Company;
let nada: Company;
let yuna: Person;
let emma: Person;

beforeAll(async () => {
  world = await World.open();
  planner = await world.staff('PLANNER', '최기획');
  agent = await world.staff('AGENT', '강도윤');
  hanbit = await world.company('한빛전자', { employees: 400 });
  nada = await world.company('나다물류', { employees: 90 });
  yuna = await world.contact(hanbit, '정유나');
  emma = await world.contact(nada, 'Emma');
  await emma.do('updateProfile', { locale: 'en' }, 'done');
});
afterAll(() => world.close());

const item = async (who: Person, number: number, fields: string): Promise<any> =>
  (await who.get(`query ($number: Int!) { planningItem(number: $number) { ${fields} } }`, { number }))
    .planningItem;

describe('a planning item', () => {
  let first: any;

  it('is made out of needs, with how far they reach', async () => {
    const a = await ask(world, hanbit, yuna, '승인함을 엑셀로 받고 싶어요');
    const b = await ask(world, nada, emma, 'Can I export approvals?');
    const wanted = await need(world, '승인함 내보내기', [a.item, b.item]);
    first = await plan(planner, [wanted]);
    expect(first).toMatchObject({ state: 'CONSIDERING', version: 1 });
    const fields =
      'reach { mentions companies seats growth } needs { title mentions } abilities { plan } weeks { week count }';
    expect(await item(agent, first.number, fields)).toEqual({
      reach: { mentions: 2, companies: 2, seats: 490, growth: 2 },
      needs: [{ title: '승인함 내보내기', mentions: 2 }],
      abilities: { plan: false },
      weeks: [{ week: '2026-W47', count: 2 }],
    });
  });

  it('keeps every decision with its reason', async () => {
    const refused = { planningItemId: first.id, version: 1, state: 'PLANNED', reason: ' ' };
    expect(await planner.refused('decidePlanningItem', refused, 'planningItem { id }')).toMatchObject({
      code: 'INVALID',
      field: 'reason',
    });
    first = await decide(planner, first, 'PLANNED', { reason: '다음 분기에 해요' });
    const stale = { ...refused, reason: '한 번 더', state: 'IN_PROGRESS' };
    expect((await planner.refused('decidePlanningItem', stale, 'planningItem { id }')).reason).toBe('STALE');
    const { decisions } = await item(agent, first.number, 'decisions { from to reason actor { name } }');
    expect(decisions).toEqual([
      { from: null, to: 'CONSIDERING', reason: '세 고객사가 물었어요', actor: { name: '최기획' } },
      { from: 'CONSIDERING', to: 'PLANNED', reason: '다음 분기에 해요', actor: { name: '최기획' } },
    ]);
  });

  it('is read by agents, who decide nothing', async () => {
    const input = { planningItemId: first.id, version: first.version, state: 'DECLINED', reason: '제가요' };
    expect((await agent.refused('decidePlanningItem', input, 'planningItem { id }')).code).toBe('DENIED');
    const { planningItems } = await agent.get(
      '{ planningItems(state: PLANNED) { totalCount states { state count } edges { node { number } } } }',
    );
    expect(planningItems).toEqual({
      totalCount: 1,
      states: [{ state: 'PLANNED', count: 1 }],
      edges: [{ node: { number: first.number } }],
    });
  });

  it('follows its need into the one with which it was merged', async () => {
    const one = await ask(world, hanbit, yuna, '알림을 요일별로 끄고 싶어요');
    const two = await ask(world, nada, emma, 'Quiet weekends, please');
    const [kept, duplicate] = [
      await need(world, '조용한 주말', [two.item]),
      await need(world, '요일별 알림', [one.item]),
    ];
    const merged = await plan(planner, [duplicate], '요일별 알림');
    await agent.do('mergeNeeds', { keepNeedId: kept, duplicateNeedId: duplicate }, 'need { id }');
    const { needs, reach } = await item(
      planner,
      merged.number,
      'needs { id mentions } reach { mentions companies }',
    );
    expect(needs).toEqual([{ id: kept, mentions: 2 }]);
    expect(reach).toEqual({ mentions: 2, companies: 2 });
    const input = { planningItemId: merged.id, needId: kept };
    const left = await planner.do(
      'removePlanningNeed',
      input,
      'planningItem { needs { id } reach { mentions } }',
    );
    expect(left.planningItem).toEqual({ needs: [], reach: { mentions: 0 } });
    expect(
      (await planner.refused('addPlanningNeed', { ...input, needId: duplicate }, 'planningItem { id }'))
        .reason,
    ).toBe('NEED_MERGED');
  });

  it('is shipped in words of both languages only', async () => {
    const input = { planningItemId: first.id, version: first.version, state: 'SHIPPED', reason: '다 됐어요' };
    expect((await planner.refused('decidePlanningItem', input, 'planningItem { id }')).reason).toBe(
      'WORDS_MISSING',
    );
  });
});

describe('telling whoever asked', () => {
  let asked: { thread: string; item: string };
  let english: { thread: string; item: string };
  let late: { thread: string; item: string };
  let left: { thread: string; item: string };
  let gone: Person;
  let admin: Person;
  let wanted: string;
  let shipped: any;

  const messagesOfPlan = async (): Promise<number> =>
    (await world.rows(sql`select 1 from hotline.message where automatic`)).length;

  beforeAll(async () => {
    asked = await ask(world, hanbit, yuna, '달력을 구독하고 싶어요');
    english = await ask(world, nada, emma, 'Please let us subscribe to the calendar');
    const again = await ask(world, hanbit, yuna, '달력 구독 또 여쭤봐요');
    gone = await world.contact(hanbit, '윤퇴사');
    left = await ask(world, hanbit, gone, '달력 구독 언제 되나요');
    await agent.do(
      'postMessage',
      { threadId: asked.thread, body: '전달할게요', afterwards: 'RESOLVE' },
      'thread { id }',
    );
    await world.later(8 * DAY);
    await world.app.get(ThreadsService).closeResolved();
    admin = await world.staff('ADMIN', '박관리');
    await admin.do('deactivatePerson', { personId: gone.id }, 'person { id }');
    // Two words of one thread, and one that nobody can be found for.
    await world.app.get(Database).transact(system, async (tx) => {
      await tx.sql(
        sql`update hotline.voc_item set thread_id = ${uuidOf(asked.thread)} where id = ${uuidOf(again.item)}`,
      );
    });
    const board = await bring(world, [
      { company: nada, person: emma, at: '2026-11-11T03:00:00Z', category: 'FEATURE', channel: 'COMMUNITY' },
    ]);
    const [anonymous] = await world.rows<{ id: string }>(
      sql`select id from hotline.voc_item where thread_id = ${board[0] ?? ''}`,
    );
    const boardItem = `vocitem_${anonymous?.id.replaceAll('-', '')}`;
    await world.app.get(Database).transact(system, async (tx) => {
      await tx.sql(sql`update hotline.voc_item set thread_id = null, person_id = null, company_id = null
        where id = ${anonymous?.id ?? ''}`);
    });
    wanted = await need(world, '달력 구독', [asked.item, english.item, again.item, left.item, boardItem]);
    shipped = await plan(planner, [wanted], '달력 iCal 구독');
  });

  it('is previewed: who, where, in which language, and who cannot be told and why', async () => {
    const { voices, telling } = await item(
      planner,
      shipped.number,
      'voices(decision: SHIPPED) { totalCount edges { node { locale couldNot toldAt person { name } } } } telling(decision: SHIPPED) { total told couldNot places }',
    );
    expect(telling).toEqual({ total: 5, told: 0, couldNot: 2, places: 2 });
    expect(
      voices.edges.map(({ node }: any) => [node.person?.name ?? null, node.locale, node.couldNot]),
    ).toEqual(
      expect.arrayContaining([
        ['정유나', 'ko', null],
        ['Emma', 'en', null],
        ['윤퇴사', 'ko', 'PERSON_LEFT'],
        [null, 'ko', 'ANONYMOUS'],
      ]),
    );
  });

  it('is one message per thread, in their language, in a thread that stays as it was', async () => {
    shipped = await decide(planner, shipped, 'SHIPPED', { wording: WORDING, release: '4.12' });
    await world.jobs();
    const words = await said(yuna, asked.thread);
    expect(words.at(-1)).toMatchObject({
      body: `**${WORDING.titleKo}**\n\n${WORDING.bodyKo}`,
      side: 'STAFF',
      automatic: true,
      author: { name: '최기획' },
      planning: { decision: 'SHIPPED', titleKo: WORDING.titleKo, planningItemId: null },
    });
    expect(words.filter(({ automatic }) => automatic)).toHaveLength(1);
    expect((await said(emma, english.thread)).at(-1).body).toContain(WORDING.bodyEn);
    const { thread } = await yuna.get('query ($id: ID!) { thread(id: $id) { state } }', { id: asked.thread });
    expect(thread.state).toBe('CLOSED');
    const { thread: open } = await emma.get(
      'query ($id: ID!) { thread(id: $id) { state unansweredSince } }',
      {
        id: english.thread,
      },
    );
    expect(open).toEqual({ state: 'OPEN', unansweredSince: expect.any(String) });
  });

  it('reaches them as a notification', async () => {
    const { notifications } = await yuna.get('{ notifications { edges { node { kind } } } }');
    expect(notifications.edges.map(({ node }: any) => node.kind)).toContain('NEWS');
  });

  it('lists who was told and who could not be', async () => {
    const { telling, told, not } = await item(
      agent,
      shipped.number,
      `telling { total told couldNot places } told: voices(told: true) { totalCount }
       not: voices(told: false) { edges { node { couldNot } } }`,
    );
    expect(telling).toEqual({ total: 5, told: 3, couldNot: 2, places: 0 });
    expect(told.totalCount).toBe(3);
    expect(not.edges.map(({ node }: any) => node.couldNot).sort()).toEqual(['ANONYMOUS', 'PERSON_LEFT']);
  });

  it('happens once, however often the job runs and eight at a time', async () => {
    const before = await messagesOfPlan();
    const telling = world.app.get(DecisionTelling);
    await Promise.all(Array.from({ length: 8 }, () => telling.tell(uuidOf(shipped.id))));
    expect(await messagesOfPlan()).toBe(before);
  });

  it('happens at once to whoever joins the need later, and never twice to a thread', async () => {
    const before = await messagesOfPlan();
    late = await ask(world, nada, emma, 'Calendar feeds, please');
    await join(world, wanted, [late.item]);
    await world.jobs();
    expect((await said(emma, late.thread)).at(-1)).toMatchObject({ planning: { decision: 'SHIPPED' } });
    expect(await messagesOfPlan()).toBe(before + 1);
  });

  it('is tried again by a planner for who could not be told: whoever can be by now hears, and nobody else again', async () => {
    const before = await messagesOfPlan();
    const again = () =>
      planner.do('tellDecisionAgain', { planningItemId: shipped.id }, 'planningItem { id }');
    await again();
    await world.jobs();
    expect(await messagesOfPlan()).toBe(before);
    await admin.do('reactivatePerson', { personId: gone.id }, 'person { id }');
    await again();
    await world.jobs();
    expect(await messagesOfPlan()).toBe(before + 1);
    expect((await said(agent, left.thread)).at(-1)).toMatchObject({
      automatic: true,
      planning: { decision: 'SHIPPED' },
    });
    const { not } = await item(
      agent,
      shipped.number,
      'not: voices(told: false) { edges { node { couldNot } } }',
    );
    expect(not.edges.map(({ node }: any) => node.couldNot)).toEqual(['ANONYMOUS']);
    const refused = await agent.refused(
      'tellDecisionAgain',
      { planningItemId: shipped.id },
      'planningItem { id }',
    );
    expect(refused.code).toBe('DENIED');
  });

  it('is not taken back when the decision is, and a new decision of the same kind repeats nothing', async () => {
    const before = await messagesOfPlan();
    shipped = await decide(planner, shipped, 'IN_PROGRESS', { reason: '되돌려요' });
    await world.jobs();
    expect((await said(emma, late.thread)).at(-1).automatic).toBe(true);
    shipped = await decide(planner, shipped, 'SHIPPED');
    await world.jobs();
    expect(await messagesOfPlan()).toBe(before);
    const { decisions } = await item(agent, shipped.number, 'decisions { to }');
    expect(decisions.map(({ to }: any) => to)).toEqual(['CONSIDERING', 'SHIPPED', 'IN_PROGRESS', 'SHIPPED']);
  });

  it('tells staff which planning item a message speaks of', async () => {
    expect((await said(planner, asked.thread)).at(-1).planning.planningItemId).toBe(shipped.id);
  });

  it('a decision that is taken back before anybody was told is told to nobody', async () => {
    const quick = await ask(world, hanbit, yuna, '글자 크기를 바꾸고 싶어요');
    let hasty = await plan(planner, [await need(world, '글자 크기', [quick.item])], '글자 크기');
    hasty = await decide(planner, hasty, 'DECLINED', { wording: WORDING });
    await decide(planner, hasty, 'CONSIDERING', { reason: '성급했어요' });
    await world.jobs();
    expect((await said(yuna, quick.thread)).filter(({ automatic }) => automatic)).toEqual([]);
  });
});
