// Who looks at a board sees it change: by hints that name board and thread and nothing else, over the boards' own database.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Database, sql } from '../../src/platform/database/index.js';
import { system } from '../../src/platform/actor.js';
import { Wire } from '../attacks/wire.js';
import type { Somebody } from '../world/as.js';
import { HOUR, MINUTE } from '../world/clock.js';
import { copyDatabase } from '../world/database.js';
import { type Company, type Person, World } from '../world/world.js';
import { type Neighbours, ask, neighbours, say } from './neighbours.js';

const OF_BOARD =
  'subscription ($boardId: ID!, $threadId: ID) { boardHints(boardId: $boardId, threadId: $threadId) { kind boardId threadId } }';
const OF_REPORTS = 'subscription { boardReportHints { kind boardId threadId } }';

type Hint = { kind: string; boardId: string | null; threadId: string | null };
type Refused = { extensions: { code: string; reason: string } };

/** Somebody's subscription; what they heard, in order. */
class Sight {
  private constructor(readonly wire: Wire) {}

  /** The refusal where it is refused; else it begins once READY was said. */
  static async try(who: Somebody, query: string, variables: object = {}): Promise<Sight | Refused> {
    const wire = await Wire.as(who);
    wire.subscribe('1', query, variables);
    const { payload } = await wire.next(({ id }) => id === '1');
    const answer = payload as unknown as { errors?: Refused[] } | Refused[];
    const [error] = Array.isArray(answer) ? answer : (answer.errors ?? []);
    if (!error) return new Sight(wire);
    wire.close();
    return error;
  }

  static async of(who: Somebody, query: string, variables: object = {}): Promise<Sight> {
    const sight = await Sight.try(who, query, variables);
    if (sight instanceof Sight) return sight;
    throw new Error(`Refused: ${JSON.stringify(sight)}`);
  }

  get heard(): Hint[] {
    return this.wire.frames
      .filter(({ type }) => type === 'next')
      .map(({ payload }) => Object.values((payload as unknown as { data: Record<string, Hint> }).data)[0]!)
      .filter(({ kind }) => kind !== 'READY');
  }

  /** The first hint of this kind, heard or to come. */
  async until(kind: string): Promise<Hint> {
    await this.wire.next((frame) => frame.type === 'next' && JSON.stringify(frame).includes(`"${kind}"`));
    return this.heard.find((hint) => hint.kind === kind)!;
  }

  /** Resolves when nothing more will come. */
  async over(): Promise<Hint[]> {
    await this.wire.next(({ type, id }) => type === 'complete' && id === '1');
    return this.heard;
  }
}

let world: World;
let all: Neighbours;
let asker: Person;
let helper: Person;
const sights: Sight[] = [];

const watch = async (who: Somebody, boardId: string, threadId: string | null = null): Promise<Sight> => {
  const sight = await Sight.of(who, OF_BOARD, { boardId, threadId });
  sights.push(sight);
  return sight;
};

beforeAll(async () => {
  world = await World.open();
  all = await neighbours(world);
  [asker, helper] = [all.people[0] as Person, all.people[7] as Person];
}, 120_000);
afterEach(() => sights.splice(0).forEach(({ wire }) => wire.close()));
afterAll(() => world.close());

/** A small board with names, whose audience can be changed. */
async function openBoard(companies: Company[]): Promise<{ id: string; version: number }> {
  const audience = { companyIds: companies.map(({ id }) => id) };
  const input = { name: '작은 게시판', anonymous: false, audience };
  return (await all.lead.do('openBoard', input, 'board { id version }')).board;
}

describe('hints of a board', () => {
  it('name board and thread, and say neither who nor when', async () => {
    const { boardId } = all;
    const sight = await watch(helper, boardId);
    const thread = await ask(asker, boardId);
    await say(helper, thread.id);
    await sight.until('THREAD');
    expect(sight.heard).toEqual([
      { kind: 'QUESTION', boardId, threadId: thread.id },
      { kind: 'THREAD', boardId, threadId: thread.id },
    ]);
  });

  it('of one thread are of this thread alone', async () => {
    const { boardId } = all;
    const [mine, other] = [await ask(asker, boardId), await ask(asker, boardId)];
    const sight = await watch(helper, boardId, mine.id);
    await say(helper, other.id);
    const answer = await say(helper, mine.id);
    await asker.do('acceptBoardAnswer', { postId: answer.id }, 'post { id }');
    await asker.do('markBoardPost', { postId: answer.id }, 'post { id }');
    const edited = { postId: answer.id, version: 1, body: '저희는 이틀 전에 정해요.' };
    await helper.do('editBoardPost', edited, 'post { id }');
    await helper.do('deleteBoardPost', { postId: answer.id }, 'postId');
    await all.agent.do('hideBoardPost', { postId: await questionOf(mine.id), reason: '광고' }, 'post { id }');
    expect((await sight.over()).map(({ kind, threadId }) => [kind, threadId])).toEqual([
      ...['said', 'accepted', 'edited', 'deleted'].map(() => ['THREAD', mine.id]),
      ['ENDED', null],
    ]);
  });

  it('cross from one server to another', async () => {
    const other = await world.beside({});
    try {
      const there = other.withToken(helper.token!, helper.company);
      const sight = await watch(there, all.boardId);
      const thread = await ask(asker, all.boardId);
      expect(await sight.until('QUESTION')).toMatchObject({ threadId: thread.id });
    } finally {
      await other.close();
    }
  });

  it('tell the one who asked and moderators of a hidden question, and nobody else what goes on in it', async () => {
    const { boardId, agent } = all;
    const thread = await ask(asker, boardId);
    const postId = await questionOf(thread.id);
    const [own, moderator, list] = [
      await watch(asker, boardId, thread.id),
      await watch(agent, boardId, thread.id),
      await watch(helper, boardId),
    ];
    await agent.do('hideBoardPost', { postId, reason: '회사 이름이 있어요' }, 'post { id }');
    await own.until('GONE');
    await moderator.until('GONE');
    await say(agent, thread.id, { body: '이름을 지우면 다시 보여 드릴게요.' });
    await own.until('THREAD');
    await agent.do('restoreBoardPost', { postId, reason: '고쳤어요' }, 'post { id }');
    await list.until('QUESTION');
    expect(list.heard.map(({ kind }) => kind)).toEqual(['GONE', 'QUESTION']);
  });

  it('of what waits for moderators are heard by moderators', async () => {
    const thread = await ask(asker, all.boardId);
    const answer = await say(helper, thread.id);
    const sight = await Sight.of(all.agent, OF_REPORTS);
    sights.push(sight);
    const report = { id: randomUUID(), postId: answer.id, reason: 'RUDE' };
    await asker.do('reportBoardPost', report, 'post { id }');
    expect(await sight.until('REPORTS')).toEqual({ kind: 'REPORTS', boardId: null, threadId: null });
    await all.agent.do('dismissBoardReports', { postId: answer.id, reason: '괜찮아요' }, 'post { id }');
    await all.agent.do('banBoardAuthor', { postId: answer.id, reason: '광고' }, 'post { id }');
    const lookAgain = await watch(helper, all.boardId);
    await ask(asker, all.boardId);
    await lookAgain.until('QUESTION');
    expect(sight.heard.map(({ kind }) => kind)).toEqual(['REPORTS', 'REPORTS', 'REPORTS']);
  });
});

const questionOf = async (threadId: string): Promise<string> =>
  (
    await asker.get(
      'query ($id: ID!) { boardThread(threadId: $id) { posts(first: 1) { edges { node { id } } } } }',
      { id: threadId },
    )
  ).boardThread.posts.edges[0].node.id;

describe('nobody hears of what they may not read', () => {
  const codeOf = (sight: Sight | Refused) => (sight instanceof Sight ? 'yes' : sight.extensions.code);

  it('a board of others, a thread under another board, a hidden question, reports', async () => {
    const [first, second] = all.companies as [Company, Company];
    const board = await openBoard([first]);
    const outside = all.people[6] as Person;
    const thread = await ask(asker, board.id);
    const hidden = await ask(asker, all.boardId);
    await all.agent.do(
      'hideBoardPost',
      { postId: await questionOf(hidden.id), reason: '광고' },
      'post { id }',
    );
    expect(second.id).not.toBe(first.id);
    const tries: [Somebody, string, object][] = [
      [outside, OF_BOARD, { boardId: board.id }],
      [outside, OF_BOARD, { boardId: board.id, threadId: thread.id }],
      [outside, OF_BOARD, { boardId: all.boardId, threadId: thread.id }],
      [asker, OF_BOARD, { boardId: all.boardId, threadId: thread.id }],
      [outside, OF_BOARD, { boardId: all.boardId, threadId: hidden.id }],
      [outside, OF_BOARD, { boardId: world.nobody('board') }],
      [outside, OF_BOARD, { boardId: world.nobody('thread') }],
    ];
    for (const [who, query, variables] of tries)
      expect([variables, codeOf(await Sight.try(who, query, variables))]).toEqual([variables, 'NOT_FOUND']);
    expect(codeOf(await Sight.try(asker, OF_REPORTS))).toBe('DENIED');
    expect(codeOf(await Sight.try(await world.staff('PLANNER'), OF_REPORTS))).toBe('DENIED');
  });

  it('they end when the board is opened to others, and when it is closed', async () => {
    const [first, second] = all.companies as [Company, Company];
    const board = await openBoard([first]);
    const thread = await ask(asker, board.id);
    const [list, one, ours] = [
      await watch(asker, board.id),
      await watch(asker, board.id, thread.id),
      await watch(all.agent, board.id),
    ];
    const change = { boardId: board.id, version: board.version, name: '남의 게시판', about: '', rules: '' };
    await all.lead.do('changeBoard', { ...change, audience: { companyIds: [second.id] } }, 'board { id }');
    for (const sight of [list, one])
      expect(await sight.over()).toEqual([{ kind: 'ENDED', boardId: null, threadId: null }]);
    const theirs = await watch(all.people[6] as Person, board.id);
    await all.lead.do('closeBoard', { boardId: board.id, version: 2, closed: true }, 'board { id }');
    expect((await theirs.over()).map(({ kind }) => kind)).toEqual(['ENDED']);
    await ours.until('BOARD');
    await all.lead.do('closeBoard', { boardId: board.id, version: 3, closed: false }, 'board { id }');
    await say(all.agent, thread.id);
    await ours.until('THREAD');
    expect(list.heard.length).toBe(1);
  });

  it('they end within a minute when a company is of another tier', async () => {
    const [first] = all.companies as [Company];
    const input = { name: '표준 고객사', anonymous: false, audience: { tiers: ['STANDARD'] } };
    const { board } = await all.lead.do('openBoard', input, 'board { id }');
    const [leaving, staying] = [await watch(asker, board.id), await watch(helper, board.id)];
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(sql`update hotline.company set tier = 'VIP' where id = ${first.uuid}`),
      );
    world.clock.pass(MINUTE);
    await ask(helper, board.id);
    expect((await leaving.over()).map(({ kind }) => kind)).toEqual(['ENDED']);
    await staying.until('QUESTION');
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(sql`update hotline.company set tier = 'STANDARD' where id = ${first.uuid}`),
      );
  });

  it('the socket closes with the session, and is told nothing once it has run out', async () => {
    const [signsOut, runsOut] = [
      await world.contact(all.companies[0] as Company),
      await world.contact(all.companies[1] as Company),
    ];
    const [one, two] = [await watch(signsOut, all.boardId), await watch(runsOut, all.boardId)];
    await signsOut.get('mutation { signOut { done } }');
    expect((await one.wire.closed).code).toBe(4403);
    const soon = new Date(world.clock.now().getTime() + HOUR);
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(sql`update hotline.session set expires_at = ${soon} where person_id = ${runsOut.uuid}`),
      );
    const three = await watch(runsOut, all.boardId);
    world.clock.pass(2 * HOUR);
    const heardBy = await watch(helper, all.boardId);
    await ask(asker, all.boardId);
    await heardBy.until('QUESTION');
    expect((await three.wire.closed).code).toBe(4403);
    expect(three.heard).toEqual([]);
    two.wire.close();
  });
});

describe('with a database of their own', () => {
  it('they travel there and nowhere else, and come back when it does', async () => {
    const boards = await copyDatabase();
    const apart = await World.open({}, undefined, null, boards.url);
    try {
      const there = await neighbours(apart, { companies: 2, each: 1, anonymous: false });
      const [first, second] = there.people as [Person, Person];
      const sight = await watch(second, there.boardId);
      const inMain = new pg.Client({ connectionString: apart.database.url });
      await inMain.connect();
      const said: string[] = [];
      inMain.on('notification', ({ payload }) => said.push(payload ?? ''));
      await inMain.query('listen boards; listen hotline');
      const thread = await ask(first, there.boardId);
      expect(await sight.until('QUESTION')).toMatchObject({ threadId: thread.id });
      await inMain.query('select 1');
      expect(said.filter((text) => /BOARD|QUESTION|board/.test(text))).toEqual([]);
      await inMain.end();

      // The listener's connection is cut, and nothing else.
      const owner = new pg.Client({ connectionString: boards.url });
      await owner.connect();
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'boards hints' and datname = current_database()`,
      );
      await owner.end();
      await sight.until('RESYNC');
      await say(second, thread.id);
      await sight.until('THREAD');
    } finally {
      await apart.close();
      await boards.drop();
    }
  });
});

it('what is not understood is left aside, and nobody has a connection who watches nothing', async () => {
  const quiet = await World.open();
  const listeners = async (): Promise<number> => {
    const [row] = await quiet.rows<{ many: number }>(
      sql`select count(*)::int as many from pg_stat_activity where application_name = 'boards hints' and datname = current_database()`,
    );
    return row?.many ?? 0;
  };
  try {
    const { people, boardId } = await neighbours(quiet, { companies: 2, each: 1, anonymous: false });
    const [first, second] = people as [Person, Person];
    await ask(first, boardId);
    expect(await listeners()).toBe(0);
    const sight = await watch(second, boardId);
    await watch(first, boardId);
    expect(await listeners()).toBe(1);
    for (const text of ['', 'null', '7', '{', '{"kind":7}', '[]'])
      await quiet.rows(sql`select pg_notify('boards', ${text})`);
    await ask(first, boardId);
    await sight.until('QUESTION');
    expect(sight.heard.length).toBe(1);
  } finally {
    await quiet.close();
  }
});
