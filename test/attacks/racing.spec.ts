// The same thing done eight times at once, twice with one key, from a version that is no more: once is once, nothing is lost.
import { sql } from '../../src/platform/database/index.js';
import { WeeklyReads, WeeklyService } from '../../src/voc/index.js';
import type { Answer } from '../world/as.js';
import { type Company, type Person, World } from '../world/world.js';
import { codes, countedItem, uuidOf } from './stage.js';

let world: World;
let company: Company;
let minji: Person;
let agents: Person[];
let lead: Person;

const EIGHT = Array.from({ length: 8 }, (_, index) => index);

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  lead = await world.staff('LEAD', '이서연');
  agents = await Promise.all(EIGHT.map((n) => world.staff('AGENT', `직원 ${n}`)));
});
afterAll(() => world.close());

const agent = (n: number): Person => agents[n] ?? lead;
const run = (name: string, fields: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`;
const open = async (body = '알림이 오지 않아요'): Promise<string> =>
  (await minji.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }')).thread.id;
const won = (answers: Answer[]) => answers.filter((answer) => !answer.errors);
const lost = (answers: Answer[]) => answers.filter((answer) => answer.errors);
const entries = async (id: string, type: string) => {
  const TIMELINE = `query ($id: ID!) { thread(id: $id) { messageCount timeline(first: 100) { edges { node {
    __typename ... on Message { id seq body } ... on ThreadChange { state assignee { id } } ... on Note { id } } } } } }`;
  const { thread } = await lead.get(TIMELINE, { id });
  return thread.timeline.edges
    .map(({ node }: { node: object }) => node)
    .filter((node: { __typename: string }) => node.__typename === type);
};

describe('eight at once', () => {
  it('resolve a thread once, and all are told so', async () => {
    const threadId = await open();
    const answers = await Promise.all(
      EIGHT.map((n) => agent(n).ask(run('resolveThread', 'thread { state }'), { input: { threadId } })),
    );
    expect(answers.map(({ data, errors }) => errors ?? data.resolveThread.thread.state)).toEqual(
      EIGHT.map(() => 'RESOLVED'),
    );
    expect(await entries(threadId, 'ThreadChange')).toEqual([
      { __typename: 'ThreadChange', state: 'RESOLVED', assignee: null },
    ]);
    const [row] = await world.rows<{ n: number }>(
      sql`select resolved_count as n from hotline.thread where id = ${uuidOf(threadId)}`,
    );
    expect(row?.n).toBe(1);
  });

  it('reopen it once', async () => {
    const threadId = await open();
    await minji.do('resolveThread', { threadId }, 'thread { id }');
    const answers = await Promise.all(
      EIGHT.map((n) => agent(n).ask(run('reopenThread', 'thread { state }'), { input: { threadId } })),
    );
    expect(lost(answers)).toEqual([]);
    expect((await entries(threadId, 'ThreadChange')).map(({ state }: { state: string }) => state)).toEqual([
      'OPEN',
      'RESOLVED',
    ]);
  });

  it('write eight messages, each with a place of its own', async () => {
    const threadId = await open();
    const answers = await Promise.all(
      EIGHT.map((n) =>
        (n % 2 ? agent(n) : minji).ask(run('postMessage', 'message { seq }'), {
          input: { threadId, body: `말 ${n}` },
        }),
      ),
    );
    expect(answers.map(({ data }) => data.postMessage.message.seq).sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await entries(threadId, 'Message')).map(({ seq }: { seq: number }) => seq).sort()).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('open a space for a company once', async () => {
    const { company: small } = await lead.do(
      'createCompany',
      { name: '작은 회사', employees: 5 },
      'company { id space { id } }',
    );
    expect(small.space).toBeNull();
    const admin = await world.staff('ADMIN');
    const answers = await Promise.all(
      EIGHT.map((n) =>
        (n % 2 ? lead : admin).ask(run('openSpace', 'space { id }'), {
          input: { companyId: small.id, reason: `이유 ${n}` },
        }),
      ),
    );
    expect(won(answers)).toHaveLength(1);
    expect(lost(answers).flatMap(codes)).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
    const rows = await world.rows(sql`select 1 from hotline.space where company_id = ${uuidOf(small.id)}`);
    expect(rows).toHaveLength(1);
  });

  it.each([1, 2, 3])('create a company of one domain once, with one space (try %d)', async (round) => {
    const domains = [`race${round}.example`];
    const answers = await Promise.all(
      EIGHT.map((n) =>
        lead.ask(run('createCompany', 'company { id space { id } }'), {
          input: { name: `경주 ${round}.${n}`, employees: 500, domains },
        }),
      ),
    );
    expect(won(answers)).toHaveLength(1);
    expect(won(answers)[0]?.data.createCompany.company.space).not.toBeNull();
    expect(lost(answers).flatMap(codes)).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
    const rows = await world.rows(
      sql`select company.id from hotline.company left join hotline.space on space.company_id = company.id where company.name like ${`경주 ${round}.%`}`,
    );
    expect(rows).toHaveLength(1);
  });

  it('create two companies of two domains in opposite order without a deadlock', async () => {
    const answers = await Promise.all(
      EIGHT.map((n) => {
        const domains = n % 2 ? ['first.example', 'second.example'] : ['second.example', 'first.example'];
        return lead.ask(run('createCompany', 'company { id }'), {
          input: { name: `두 도메인 ${n}`, employees: 500, domains },
        });
      }),
    );
    expect(won(answers)).toHaveLength(1);
    expect(new Set(lost(answers).flatMap(codes))).toEqual(new Set(['CONFLICT']));
  });

  it('create one tag', async () => {
    const answers = await Promise.all(
      EIGHT.map((n) => agent(n).ask(run('createTag', 'tag { id }'), { input: { name: '경주' } })),
    );
    expect(lost(answers)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.createTag.tag.id)).size).toBe(1);
  });

  it('use one sign-in link once', async () => {
    await world.stranger().do('requestSignInLink', { email: minji.email }, 'done');
    await world.jobs();
    const token = world.mails.token(minji.email);
    const answers = await Promise.all(
      EIGHT.map(() =>
        world.stranger().ask(run('useSignInLink', 'token'), { input: { token, keep: 'TOKEN' } }),
      ),
    );
    expect(won(answers)).toHaveLength(1);
    expect(lost(answers).flatMap(codes)).toEqual(Array.from({ length: 7 }, () => 'INVALID'));
  });

  it('leave a space its last owner, when its two owners step down at once', async () => {
    const place = await world.company();
    const [one, two] = [await world.contact(place), await world.contact(place, '둘째', 'OWNER')];
    const down = (who: Person) =>
      who.ask(run('changeMemberRole', 'space { id }'), {
        input: { spaceId: place.spaceId, personId: who.id, role: 'READER' },
      });
    await Promise.all([down(one), down(two)]);
    const owners = await world.rows(
      sql`select 1 from hotline.space_member where space_id = ${place.spaceUuid} and role = 'OWNER' and left_at is null`,
    );
    expect(owners.length).toBeGreaterThanOrEqual(1);
  });
});

describe('one idempotency key', () => {
  const key = () => `key ${Math.random().toString(36).slice(2)}`;

  it('eight times at once makes one message, and the same answer for all', async () => {
    const threadId = await open();
    const input = { threadId, body: '한 번만', idempotencyKey: key() };
    const answers = await Promise.all(
      EIGHT.map(() =>
        minji.ask(run('postMessage', 'message { id seq body } thread { id messageCount }'), { input }),
      ),
    );
    expect(lost(answers)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.postMessage.message.id)).size).toBe(1);
    expect(await entries(threadId, 'Message')).toHaveLength(2);
  });

  it('opens one thread and writes one note, too', async () => {
    const before = (await world.rows(sql`select 1 from hotline.thread`)).length;
    const input = { spaceId: company.spaceId, body: '한 번만', idempotencyKey: key() };
    const answers = await Promise.all(
      EIGHT.map(() => minji.ask(run('openThread', 'thread { id number }'), { input })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await world.rows(sql`select 1 from hotline.thread`)).length).toBe(before + 1);
    const threadId = answers[0]?.data.openThread.thread.id;
    const note = { threadId, body: '한 번만', idempotencyKey: key() };
    const notes = await Promise.all(
      EIGHT.map(() => lead.ask(run('writeNote', 'note { id }'), { input: note })),
    );
    expect(new Set(notes.map(({ text }) => text)).size).toBe(1);
    expect(await entries(threadId, 'Note')).toHaveLength(1);
  });

  it('with another body, thread or command is a CONFLICT and writes nothing', async () => {
    const [one, two] = [await open(), await open()];
    const input = { threadId: one, body: '처음', idempotencyKey: key() };
    await minji.do('postMessage', input, 'message { id }');
    for (const other of [{ body: '다른 말' }, { threadId: two }, { reopens: true }]) {
      expect(await minji.refused('postMessage', { ...input, ...other }, 'message { id }')).toMatchObject({
        code: 'CONFLICT',
        reason: 'KEY_REUSED',
      });
    }
    const opening = { spaceId: company.spaceId, body: '처음', idempotencyKey: input.idempotencyKey };
    expect(await minji.refused('openThread', opening, 'thread { id }')).toMatchObject({ code: 'CONFLICT' });
    expect(await entries(one, 'Message')).toHaveLength(2);
    expect(await entries(two, 'Message')).toHaveLength(1);
  });

  it('of somebody else is a key of its own', async () => {
    const threadId = await open();
    const input = { threadId, body: '같은 열쇠', idempotencyKey: 'the same key' };
    await minji.do('postMessage', input, 'message { id }');
    await lead.do('postMessage', input, 'message { id }');
    expect(await entries(threadId, 'Message')).toHaveLength(3);
  });

  it('after a refusal is free again', async () => {
    const reader = await world.contact(company, '독자', 'READER');
    const threadId = await open();
    const input = { threadId, body: '저도요', idempotencyKey: key() };
    expect(await reader.refused('postMessage', input, 'message { id }')).toMatchObject({ code: 'DENIED' });
    await minji.do(
      'changeMemberRole',
      { spaceId: company.spaceId, personId: reader.id, role: 'MEMBER' },
      'space { id }',
    );
    expect((await reader.do('postMessage', input, 'message { body }')).message.body).toBe('저도요');
  });
});

describe('a stale version', () => {
  it('of a message: of eight edits one wins, seven are a CONFLICT, and every text is kept', async () => {
    const threadId = await open();
    const { message } = await minji.do('postMessage', { threadId, body: '하나' }, 'message { id }');
    const answers = await Promise.all(
      EIGHT.map((n) =>
        minji.ask(run('editMessage', 'message { version body }'), {
          input: { messageId: message.id, version: 1, body: `고침 ${n}` },
        }),
      ),
    );
    expect(won(answers)).toHaveLength(1);
    expect(lost(answers).flatMap(codes)).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
    const { node } = await lead.get(
      'query ($id: ID!) { node(id: $id) { ... on Message { version body revisions { body } } } }',
      { id: message.id },
    );
    expect(node).toEqual({
      version: 2,
      body: won(answers)[0]?.data.editMessage.message.body,
      revisions: [{ body: '하나' }],
    });
  });

  it.each([
    ['deleteMessage', 'messageId', 'message'],
    ['editMessage', 'messageId', 'message'],
    ['editNote', 'noteId', 'note'],
    ['deleteNote', 'noteId', 'note'],
  ])('of %s is a CONFLICT', async (name, field, what) => {
    const threadId = await open();
    const { [what]: entry } = await lead.do(
      what === 'note' ? 'writeNote' : 'postMessage',
      { threadId, body: '하나' },
      `${what} { id }`,
    );
    const edit = what === 'note' ? 'editNote' : 'editMessage';
    await lead.do(edit, { [field]: entry.id, version: 1, body: '둘' }, `${what} { id }`);
    const input = { [field]: entry.id, version: 1, ...(name.startsWith('edit') ? { body: '셋' } : {}) };
    expect(await lead.refused(name, input, `${what} { id }`)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE',
    });
    const { node } = await lead.get(
      `query ($id: ID!) { node(id: $id) { ... on Message { body } ... on Note { body } } }`,
      { id: entry.id },
    );
    expect(node.body).toBe('둘');
  });

  it('of a title and of a company is a CONFLICT', async () => {
    const threadId = await open();
    const titles = await Promise.all(
      EIGHT.map((n) =>
        minji.ask(run('renameThread', 'thread { version }'), {
          input: { threadId, version: 1, title: `제목 ${n}` },
        }),
      ),
    );
    expect(won(titles)).toHaveLength(1);
    const sizes = await Promise.all(
      EIGHT.map((n) =>
        lead.ask(run('updateCompany', 'company { version }'), {
          input: { id: company.id, version: 1, employees: 400 + n },
        }),
      ),
    );
    expect(won(sizes)).toHaveLength(1);
    expect([...lost(titles), ...lost(sizes)].flatMap(codes)).toEqual(
      Array.from({ length: 14 }, () => 'CONFLICT'),
    );
  });
});

describe('eight decisions on one VOC item', () => {
  const figures = async () => {
    const { weeklyVoc } = await lead.get(
      'query { weeklyVoc(week: "2026-W47") { total categories { category count } } }',
    );
    return weeklyVoc as { total: number; categories: { category: string; count: number }[] };
  };
  const rightFigures = async () => {
    expect(await world.app.get(WeeklyReads).differences()).toEqual([]);
    expect(await world.app.get(WeeklyService).recount()).toEqual([]);
  };

  it.each(['confirm and correct', 'withdraw', 'withdraw and correct'])(
    'to %s: one wins, the week’s figures stay right',
    async (what) => {
      const item = await countedItem(world, await open(`${what}: 결제가 안 돼요`));
      const before = await figures();
      const CATEGORIES = ['USAGE', 'DEFECT', 'IMPROVEMENT', 'FEATURE', 'ACCOUNT'];
      const answers = await Promise.all(
        EIGHT.map((n) => {
          const input = { itemId: item, version: 1 };
          if (what === 'withdraw' || (what === 'withdraw and correct' && n % 2))
            return agent(n).ask(run('withdrawVocItem', 'item { state }'), { input });
          if (n === 0) return agent(n).ask(run('confirmVocItem', 'item { category }'), { input });
          return agent(n).ask(run('correctVocItem', 'item { category }'), {
            input: { ...input, category: CATEGORIES[n % 5] },
          });
        }),
      );
      expect(won(answers)).toHaveLength(1);
      expect(lost(answers).flatMap(codes)).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
      const { node } = await lead.get(
        'query ($id: ID!) { node(id: $id) { ... on VocItem { version state category changes { kind } } } }',
        { id: item },
      );
      expect(node.version).toBe(2);
      expect(node.changes).toHaveLength(1);
      expect((await figures()).total).toBe(before.total - (node.state === 'WITHDRAWN' ? 1 : 0));
      await rightFigures();
    },
  );

  it('and folding at the same time: no figure is lost', async () => {
    const items = await Promise.all(
      EIGHT.map(async (n) => countedItem(world, await open(`${n}: 어떻게 하나요`))),
    );
    const total = (await figures()).total;
    await Promise.all([
      ...items.map((itemId, n) =>
        agent(n).do('correctVocItem', { itemId, version: 1, category: 'FEATURE' }, 'item { id }'),
      ),
      ...EIGHT.map(() => world.app.get(WeeklyReads).fold()),
    ]);
    const after = await figures();
    expect(after.total).toBe(total);
    expect(after.categories.find(({ category }) => category === 'FEATURE')?.count).toBeGreaterThanOrEqual(8);
    await rightFigures();
  });

  it('one thread is counted once, however often the job runs', async () => {
    const thread = await open('한 번만 세어 주세요');
    const ids = await Promise.all(EIGHT.map(() => countedItem(world, thread)));
    await world.jobs();
    expect(new Set(ids).size).toBe(1);
    await rightFigures();
  });
});
