// The inbox of the team: queues and their counts, finding a thread, sharing the work, and what closes by itself.
import { empty, sql } from '../../src/platform/database/index.js';
import { Events } from '../../src/platform/events/index.js';
import { DAY, MINUTE } from '../world/clock.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let seoyeon: Person;
let wonjae: Person;

const LIST = `query ($queue: Queue! = ALL, $order: ThreadOrder! = NEWEST, $search: String, $spaceId: ID, $assigneeId: ID, $tagId: ID,
    $first: Int! = 100, $after: String) {
  threads(queue: $queue, order: $order, search: $search, spaceId: $spaceId, assigneeId: $assigneeId, tagId: $tagId,
    first: $first, after: $after) { edges { node { id heading } } pageInfo { hasNextPage endCursor } } }`;
const THREAD = 'thread { id number state unansweredSince assignee { name } }';

beforeAll(async () => {
  world = await World.open({ SESSION_DAYS: '365' });
  doyun = await world.staff('AGENT', '강도윤');
  seoyeon = await world.staff('LEAD', '한서연');
  wonjae = await world.staff('PLANNER', '하원재');
});
beforeEach(async () => {
  company = await world.company();
  minji = await world.contact(company, '김민지');
  world.clock.pass(MINUTE);
});
afterAll(() => world.close());

type Thread = { id: string; number: number; state: string; unansweredSince: string | null };
const open = async (body: string, who = minji, rest: object = {}): Promise<Thread> =>
  (await who.do('openThread', { spaceId: company.spaceId, body, ...rest }, THREAD)).thread;
const answer = (id: string, afterwards?: string, who = doyun) =>
  who.do('postMessage', { threadId: id, body: '답', ...(afterwards ? { afterwards } : {}) }, THREAD);
const headings = async (who: Person, variables: object = {}): Promise<string[]> =>
  (await who.get(LIST, variables)).threads.edges.map(
    ({ node }: { node: { heading: string } }) => node.heading,
  );
/** Only of this test's own space. */
const here = (who: Person, variables: object = {}) =>
  headings(who, { spaceId: company.spaceId, ...variables });
const counts = async (who: Person): Promise<Record<string, number>> =>
  (await who.get('query { queueCounts { all mine unassigned unread waitingForUs } }')).queueCounts;
const schedule = (task: string): Promise<void> => {
  const handler = world.app.get(Events).jobs.get(task);
  if (!handler) throw new Error(`No job is called ${task}.`);
  return handler({} as never);
};

/** One thread in each state; the OPEN one is given to 강도윤. */
async function oneOfEach(): Promise<Record<'open' | 'new' | 'waiting' | 'resolved' | 'closed', Thread>> {
  const closed = await open('닫힌 것');
  await answer(closed.id, 'RESOLVE');
  world.clock.pass(7 * DAY);
  await schedule('closeThreadsLongResolved');
  const resolved = await open('해결된 것');
  await answer(resolved.id, 'RESOLVE');
  const waiting = await open('기다리는 것');
  await answer(waiting.id);
  const mine = await open('맡은 것');
  await doyun.do('assignThread', { threadId: mine.id, assigneeId: doyun.id }, THREAD);
  return { closed, resolved, waiting, open: mine, new: await open('새 것') };
}

describe('the queues', () => {
  it('hold each thread where its state and assignee put it', async () => {
    await oneOfEach();
    const held = async (queue: string) => (await here(doyun, { queue })).sort();
    expect(await held('ALL')).toEqual(['기다리는 것', '맡은 것', '새 것', '해결된 것']);
    expect(await held('WAITING_FOR_US')).toEqual(['맡은 것', '새 것']);
    expect(await held('WAITING_FOR_CLIENT')).toEqual(['기다리는 것']);
    expect(await held('RESOLVED')).toEqual(['해결된 것']);
    expect(await held('CLOSED')).toEqual(['닫힌 것']);
    expect(await held('MINE')).toEqual(['맡은 것']);
    expect(await held('UNASSIGNED')).toEqual(['기다리는 것', '새 것']);
    expect(await held('UNREAD')).toEqual(['맡은 것', '새 것']);
  });

  it('of a contact are the threads of their space; MINE are those they opened', async () => {
    await oneOfEach();
    const seojun = await world.contact(company, '박서준');
    await open('서준의 것', seojun);
    expect((await headings(minji)).sort()).toEqual([
      '기다리는 것',
      '닫힌 것',
      '맡은 것',
      '새 것',
      '서준의 것',
      '해결된 것',
    ]);
    expect(await headings(seojun, { queue: 'MINE' })).toEqual(['서준의 것']);
    expect(await headings(seojun, { queue: 'CLOSED' })).toEqual(['닫힌 것']);
  });

  it('are counted for the badges exactly as long as they are', async () => {
    const before = await counts(doyun);
    await oneOfEach();
    const after = await counts(doyun);
    const grown = Object.fromEntries(
      Object.entries(after).map(([queue, n]) => [queue, n - (before[queue] ?? 0)]),
    );
    expect(grown.mine).toBe(1);
    const queues: Record<string, string> = {
      all: 'ALL',
      mine: 'MINE',
      unassigned: 'UNASSIGNED',
      unread: 'UNREAD',
      waitingForUs: 'WAITING_FOR_US',
    };
    for (const [name, queue] of Object.entries(queues))
      expect([name, after[name]]).toEqual([name, (await headings(doyun, { queue })).length]);
  });

  it('count what is unread for each person apart', async () => {
    const eunbi = await world.staff('AGENT', '류은비');
    const { id } = await open('읽지 않은 것');
    const [one, other] = [await counts(doyun), await counts(eunbi)];
    await doyun.do('markThreadRead', { threadId: id, seq: 1 }, THREAD);
    expect((await counts(doyun)).unread).toBe((one.unread ?? 0) - 1);
    expect((await counts(eunbi)).unread).toBe(other.unread);
  });

  it('are the staff’s: a contact has no counts, a stranger no list', async () => {
    expect((await minji.ask('query { queueCounts { all } }')).errors?.[0]?.extensions).toMatchObject({
      code: 'DENIED',
      reason: 'STAFF_ONLY',
    });
    expect((await world.stranger().ask(LIST)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('finding a thread', () => {
  it('by its number, as people say it on the phone', async () => {
    const { number } = await open('번호로 찾기');
    expect(await here(doyun, { search: String(number) })).toEqual(['번호로 찾기']);
    expect(await here(minji, { search: ` #${number} ` })).toEqual(['번호로 찾기']);
    const { threadByNumber } = await doyun.get(
      'query ($n: Int!) { threadByNumber(number: $n) { heading } }',
      { n: number },
    );
    expect(threadByNumber.heading).toBe('번호로 찾기');
    const foreign = await world.contact(await world.company(), '남');
    const asked = await foreign.get('query ($n: Int!) { threadByNumber(number: $n) { heading } }', {
      n: number,
    });
    expect(asked.threadByNumber).toBeNull();
  });

  it('by a part of its title or of its first line, whatever the case', async () => {
    await open('첫 줄에 Outlook 연동', minji, { title: '캘린더 문제' });
    await open('다른 것');
    expect(await here(doyun, { search: '캘린더' })).toEqual(['캘린더 문제']);
    expect(await here(minji, { search: 'OUTLOOK' })).toEqual(['캘린더 문제']);
    expect(await here(minji, { search: '둘째' })).toEqual([]);
  });

  it('by the company and by who asked, also by initial consonants', async () => {
    company = await world.company('새롬테크');
    const bora = await world.contact(company, '윤보라');
    await open('새롬의 질문', bora);
    for (const search of ['새롬', '롬테', 'ㅅㄹㅌㅋ', 'ㅅ ㄹ', '윤보라', '보라', 'ㅇㅂㄹ']) {
      expect(await headings(doyun, { search })).toContain('새롬의 질문');
    }
    for (const search of ['새록', 'ㅅㄹㅋ', '윤보름'])
      expect(await headings(doyun, { search })).not.toContain('새롬의 질문');
  });

  it('for a contact reaches neither companies nor people', async () => {
    await open('그냥 질문');
    expect(await headings(minji, { search: '김민지' })).toEqual([]);
    expect(await headings(minji, { search: 'ㄱㅁㅈ' })).toEqual([]);
    expect(await headings(doyun, { search: 'ㄱㅁㅈ' })).toContain('그냥 질문');
  });

  it('takes signs for what they are', async () => {
    await open('할인 50% 적용');
    await open('할인 500원 적용');
    await open('a_b 파일');
    await open('axb 파일');
    expect(await here(doyun, { search: '50%' })).toEqual(['할인 50% 적용']);
    expect(await here(doyun, { search: "'" })).toEqual([]);
    expect(await here(doyun, { search: '%' })).toEqual(['할인 50% 적용']);
    expect(await here(doyun, { search: '\\' })).toEqual([]);
  });

  it('does not find what a note says', async () => {
    const { id } = await open('노트 있는 것');
    await doyun.do('writeNote', { threadId: id, body: '까다로운분' }, 'note { id }');
    expect(await headings(minji, { search: '까다로운분' })).toEqual([]);
  });
});

describe('the order', () => {
  it('LONGEST_WAITING begins with who waits longest, counted from the first unanswered message', async () => {
    const first = await open('먼저 물음');
    world.clock.pass(MINUTE);
    await open('둘째로 물음');
    world.clock.pass(MINUTE);
    const answered = await open('답을 받음');
    await answer(answered.id);
    const settled = await open('해결됨');
    await answer(settled.id, 'RESOLVE');
    await minji.do('postMessage', { threadId: settled.id, body: '감사합니다' }, THREAD);
    world.clock.pass(MINUTE);
    await minji.do('postMessage', { threadId: first.id, body: '급해요' }, THREAD);
    const order = 'LONGEST_WAITING';
    expect(await here(doyun, { order })).toEqual(['먼저 물음', '둘째로 물음']);
    expect((await here(doyun, { order: 'NEWEST' }))[0]).toBe('먼저 물음');
    await answer(first.id);
    world.clock.pass(MINUTE);
    await minji.do('postMessage', { threadId: first.id, body: '아직요' }, THREAD);
    expect(await here(doyun, { order })).toEqual(['둘째로 물음', '먼저 물음']);
  });

  it.each(['NEWEST', 'LONGEST_WAITING'])(
    '%s comes page by page without losing or repeating one, equal times too',
    async (order) => {
      for (let n = 0; n < 7; n++) {
        await open(`물음 ${n}`);
        if (n % 3 === 0) world.clock.pass(1);
      }
      const all: string[] = [];
      let after: string | null = null;
      let pages = 0;
      do {
        const {
          threads,
        }: {
          threads: {
            edges: { node: { heading: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        } = await doyun.get(LIST, { spaceId: company.spaceId, order, first: 2, after });
        all.push(...threads.edges.map(({ node }) => node.heading));
        after = threads.pageInfo.hasNextPage ? threads.pageInfo.endCursor : null;
        pages += 1;
      } while (after);
      expect(pages).toBe(4);
      expect(all).toEqual(await here(doyun, { order }));
      expect(new Set(all).size).toBe(7);
    },
  );

  it('of one list goes on with its own cursor only', async () => {
    await open('하나');
    await open('둘');
    const { threads } = await doyun.get(LIST, { spaceId: company.spaceId, first: 1 });
    const elsewhere = {
      spaceId: company.spaceId,
      first: 1,
      queue: 'UNASSIGNED',
      after: threads.pageInfo.endCursor,
    };
    expect((await doyun.ask(LIST, elsewhere)).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID',
      reason: 'CURSOR',
    });
  });
});

describe('taking care', () => {
  it('is given to a colleague, shown to both sides and told in the timeline', async () => {
    const { id } = await open('누가 하지');
    const watching = await minji.watch();
    const { thread } = await seoyeon.do('assignThread', { threadId: id, assigneeId: doyun.id }, THREAD);
    expect(thread.assignee.name).toBe('강도윤');
    await watching.until((event) => event.data.hints.threadId === id);
    const seen = await minji.get(
      'query ($id: ID!) { thread(id: $id) { assignee { name } timeline { edges { node { ... on ThreadChange { actor { name } assignee { name } state } } } } } }',
      { id },
    );
    expect(seen.thread.assignee.name).toBe('강도윤');
    expect(seen.thread.timeline.edges[0].node).toEqual({
      actor: { name: '한서연' },
      assignee: { name: '강도윤' },
      state: null,
    });
    expect(await here(doyun, { queue: 'MINE' })).toEqual(['누가 하지']);
    expect(await here(seoyeon, { assigneeId: doyun.id })).toEqual(['누가 하지']);
    await seoyeon.do('assignThread', { threadId: id, assigneeId: null }, THREAD);
    expect(await here(doyun, { queue: 'MINE' })).toEqual([]);
    expect(await here(doyun, { queue: 'UNASSIGNED' })).toEqual(['누가 하지']);
  });

  it('is given to active colleagues who answer, to nobody else', async () => {
    const { id } = await open('아무나');
    const dongjin = await world.staff('ADMIN', '옥동진');
    const gone = await world.staff('AGENT', '떠난 사람');
    await dongjin.do('deactivatePerson', { personId: gone.id }, 'person { id }');
    for (const who of [wonjae, minji, gone]) {
      const refused = await doyun.refused('assignThread', { threadId: id, assigneeId: who.id }, THREAD);
      expect(refused).toMatchObject({ code: 'INVALID', field: 'assigneeId' });
    }
    for (const who of [minji, wonjae]) {
      expect(await who.refused('assignThread', { threadId: id, assigneeId: doyun.id }, THREAD)).toMatchObject(
        { code: 'DENIED' },
      );
    }
  });

  it('with priority and tags is the team’s own: a contact neither sees nor hears of it', async () => {
    const { id } = await open('급한 것');
    await open('안 급한 것');
    const [contact, staff] = [await minji.watch(), await doyun.watch()];
    const { tag } = await doyun.do('createTag', { name: ' 푸시알림 ' }, 'tag { id name }');
    expect((await seoyeon.do('createTag', { name: '푸시알림' }, 'tag { id }')).tag.id).toBe(tag.id);
    await doyun.do('setThreadPriority', { threadId: id, priority: 'URGENT' }, 'thread { priority }');
    const { thread } = await doyun.do(
      'setThreadTags',
      { threadId: id, tagIds: [tag.id, tag.id] },
      'thread { priority tags { name } }',
    );
    expect(thread).toEqual({ priority: 'URGENT', tags: [{ name: '푸시알림' }] });
    expect(await headings(doyun, { tagId: tag.id })).toEqual(['급한 것']);
    await staff.until((event) => event.data.hints.threadId === id);

    for (const field of ['priority', 'tags { name }']) {
      const asked = await minji.ask(`query ($id: ID!) { thread(id: $id) { id ${field} } }`, { id });
      expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'DENIED', reason: 'STAFF_ONLY' });
      expect(asked.text).not.toMatch(/URGENT|푸시알림/);
    }
    expect((await minji.ask(LIST, { tagId: tag.id })).errors?.[0]?.extensions.code).toBe('DENIED');
    // A word that the contact does hear comes after those that they must not.
    const { id: later } = await open('소식');
    await contact.until((event) => event.data.hints.threadId === later);
    expect(JSON.stringify(contact.heard)).not.toContain(id);

    const { thread: bare } = await doyun.do(
      'setThreadTags',
      { threadId: id, tagIds: [] },
      'thread { tags { name } }',
    );
    expect(bare.tags).toEqual([]);
  });

  it('with a tag that is not there is refused, and leaves the tags as they were', async () => {
    const { id } = await open('꼬리표');
    const { tag } = await doyun.do('createTag', { name: '보안점검' }, 'tag { id }');
    await doyun.do('setThreadTags', { threadId: id, tagIds: [tag.id] }, 'thread { id }');
    const refused = await doyun.refused(
      'setThreadTags',
      { threadId: id, tagIds: [world.nobody('tag')] },
      'thread { id }',
    );
    expect(refused).toMatchObject({ code: 'INVALID', field: 'tagIds' });
    const { thread } = await doyun.get('query ($id: ID!) { thread(id: $id) { tags { name } } }', { id });
    expect(thread.tags).toEqual([{ name: '보안점검' }]);
  });

  it('with a new title is for both sides, by the version that was seen', async () => {
    const { id } = await open('제목 없는 것');
    await minji.do('renameThread', { threadId: id, version: 1, title: '새 제목' }, THREAD);
    const late = { threadId: id, version: 1, title: '늦은 제목' };
    expect(await doyun.refused('renameThread', late, THREAD)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
    expect(await here(doyun)).toEqual(['새 제목']);
    await doyun.do('renameThread', { threadId: id, version: 2, title: null }, THREAD);
    expect(await here(doyun)).toEqual(['제목 없는 것']);
  });
});

describe('what a planner sees', () => {
  it('is what clients began, not what the team began, and nothing of the desk', async () => {
    const { id } = await open('고객이 연 것');
    const ours = await open('우리가 연 것', doyun);
    expect(await here(wonjae)).toEqual(['고객이 연 것']);
    expect(
      (await wonjae.ask('query ($id: ID!) { thread(id: $id) { id } }', { id: ours.id })).errors?.[0]
        ?.extensions.code,
    ).toBe('NOT_FOUND');
    for (const field of ['priority', 'tags { name }']) {
      const asked = await wonjae.ask(`query ($id: ID!) { thread(id: $id) { ${field} } }`, { id });
      expect(asked.errors?.[0]?.extensions.code).toBe('DENIED');
    }
    const { thread } = await wonjae.get(
      'query ($id: ID!) { thread(id: $id) { abilities { post note resolve reopen rename assign triage } } }',
      { id },
    );
    expect(new Set(Object.values(thread.abilities))).toEqual(new Set([false]));
  });

  it('is answered by others: a planner neither writes, assigns, tags nor resolves', async () => {
    const { id } = await open('고객이 연 것');
    const tries: [string, object][] = [
      ['postMessage', { threadId: id, body: '답' }],
      ['openThread', { spaceId: company.spaceId, body: '새 글' }],
      ['resolveThread', { threadId: id }],
      ['renameThread', { threadId: id, version: 1, title: 'x' }],
      ['assignThread', { threadId: id, assigneeId: doyun.id }],
      ['setThreadPriority', { threadId: id, priority: 'HIGH' }],
      ['setThreadTags', { threadId: id, tagIds: [] }],
      ['writeNote', { threadId: id, body: '속말' }],
    ];
    for (const [name, input] of tries)
      expect([name, (await wonjae.refused(name, input, 'thread { id }')).code]).toEqual([name, 'DENIED']);
    expect(await wonjae.refused('createTag', { name: 'x' }, 'tag { id }')).toMatchObject({ code: 'DENIED' });
  });
});

describe('a resolved thread', () => {
  it('is closed by the calendar seven days later, not a moment earlier', async () => {
    const { id } = await open('일주일 뒤');
    await answer(id, 'RESOLVE');
    const state = async () =>
      (await minji.get('query ($id: ID!) { thread(id: $id) { state } }', { id })).thread.state;
    world.clock.pass(7 * DAY - 1);
    await schedule('closeThreadsLongResolved');
    expect(await state()).toBe('RESOLVED');
    world.clock.pass(1);
    await schedule('closeThreadsLongResolved');
    expect(await state()).toBe('CLOSED');
    const { thread } = await minji.get(
      'query ($id: ID!) { thread(id: $id) { timeline(first: 1) { edges { node { ... on ThreadChange { state actor { name } } } } } } }',
      { id },
    );
    expect(thread.timeline.edges[0].node).toEqual({ state: 'CLOSED', actor: null });
    expect(world.app.get(Events).schedules).toContainEqual({
      task: 'closeThreadsLongResolved',
      cron: '*/10 * * * *',
    });
  });

  it('that was reopened counts its seven days from the last resolution', async () => {
    const { id } = await open('다시 열린 것');
    await answer(id, 'RESOLVE');
    world.clock.pass(5 * DAY);
    await minji.do('reopenThread', { threadId: id }, THREAD);
    world.clock.pass(5 * DAY);
    await schedule('closeThreadsLongResolved');
    expect(await here(doyun, { queue: 'WAITING_FOR_US' })).toEqual(['다시 열린 것']);
    await minji.do('resolveThread', { threadId: id }, THREAD);
    world.clock.pass(6 * DAY);
    await schedule('closeThreadsLongResolved');
    expect(await here(doyun, { queue: 'RESOLVED' })).toEqual(['다시 열린 것']);
    world.clock.pass(DAY);
    await schedule('closeThreadsLongResolved');
    expect(await here(doyun, { queue: 'CLOSED' })).toEqual(['다시 열린 것']);
  });

  it('once closed is neither resolved nor reopened', async () => {
    const { id } = await open('닫힘');
    await answer(id, 'RESOLVE');
    world.clock.pass(8 * DAY);
    await schedule('closeThreadsLongResolved');
    expect(await doyun.refused('reopenThread', { threadId: id }, THREAD)).toMatchObject({
      code: 'CONFLICT',
      reason: 'CLOSED',
    });
    expect(await doyun.refused('resolveThread', { threadId: id }, THREAD)).toMatchObject({
      code: 'DENIED',
      reason: 'NOT_OPEN',
    });
  });
});

describe('the counts that are kept', () => {
  const mended = async (): Promise<number> =>
    (await world.rows<{ n: number }>(sql`select hotline.thread_counts_mend() as n`))[0]?.n ?? -1;

  it('equal a recount, folded or not, after all that was done here', async () => {
    await oneOfEach();
    expect(await mended()).toBe(0);
    await schedule('foldThreadCounts');
    expect(await mended()).toBe(0);
    const shown = await counts(doyun);
    await schedule('foldThreadCounts');
    expect(await counts(doyun)).toEqual(shown);
  });

  it('are right for each person, however they read and whatever closes', async () => {
    const unread = async (who: Person): Promise<number> => {
      const row = await world.rows<{ n: number }>(sql`
        select count(*)::int as n from hotline.thread thread
        left join hotline.thread_read mark on mark.thread_id = thread.id and mark.person_id = ${who.uuid}
        where thread.state <> 'CLOSED' and thread.last_seq > coalesce(mark.seq, 0)
          ${who === wonjae ? sql`and thread.opened_side = 'CONTACT'` : empty}`);
      return row[0]?.n ?? -1;
    };
    const threads = await oneOfEach();
    for (const { id } of [threads.open, threads.resolved, threads.closed]) {
      await seoyeon.do('markThreadRead', { threadId: id, seq: 9 }, 'thread { id }');
    }
    await minji.do('postMessage', { threadId: threads.open.id, body: '또' }, 'message { id }');
    await wonjae.do('markThreadRead', { threadId: threads.open.id, seq: 2 }, 'thread { id }');
    for (const who of [doyun, seoyeon, wonjae]) expect((await counts(who)).unread).toBe(await unread(who));
    expect(await mended()).toBe(0);
  });

  it('are put right in the night when somebody has tampered with them', async () => {
    const right = await counts(doyun);
    await world.rows(sql`update hotline.thread_count set n = n + 3`);
    expect((await counts(doyun)).all).toBeGreaterThan(right.all ?? 0);
    await schedule('recountThreads');
    expect(await counts(doyun)).toEqual(right);
  });
});
