// Pages asked for with cursors that were edited, cut, borrowed from another list – and with absurd sizes.
import { type Company, type Person, World } from '../world/world.js';
import { codes } from './stage.js';

let world: World;
let company: Company;
let minji: Person;
let doyun: Person;
let admin: Person;

const ROWS = 60;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  minji = await world.contact(company, '김민지');
  doyun = await world.staff('AGENT', '강도윤');
  admin = await world.staff('ADMIN', '박관리');
  // Several at one moment: the order within it must hold too.
  for (let n = 1; n <= ROWS; n++) {
    await minji.do('openThread', { spaceId: company.spaceId, body: `질문 ${n}` }, 'thread { id }');
    if (n % 5 === 0) world.clock.pass(60_000);
  }
  await world.jobs();
  for (const name of ['가람', '나래', '다솜']) await world.company(name);
  await doyun.do(
    'inviteContacts',
    { companyId: company.id, people: ['a', 'b', 'c'].map((name) => ({ email: `${name}@hanbit.example` })) },
    'done',
  );
});
afterAll(() => world.close());

const page = (list: string) => `edges { cursor node { ${list} } } pageInfo { hasNextPage endCursor }`;

/** Every list there is, as somebody who may read it. */
const LISTS: Record<string, { query: string; as: () => Person }> = {
  threads: {
    query: `query ($first: Int! = 3, $after: String) { list: threads(first: $first, after: $after) { ${page('id')} } }`,
    as: () => minji,
  },
  waiting: {
    query: `query ($first: Int! = 3, $after: String) { list: threads(order: LONGEST_WAITING, first: $first, after: $after) { ${page('id')} } }`,
    as: () => minji,
  },
  mine: {
    query: `query ($first: Int! = 3, $after: String) { list: threads(queue: MINE, first: $first, after: $after) { ${page('id')} } }`,
    as: () => minji,
  },
  found: {
    query: `query ($first: Int! = 3, $after: String) { list: threads(search: "질문", first: $first, after: $after) { ${page('id')} } }`,
    as: () => minji,
  },
  inbox: {
    query: `query ($first: Int! = 3, $after: String) { list: threads(queue: WAITING_FOR_US, first: $first, after: $after) { ${page('id')} } }`,
    as: () => doyun,
  },
  companies: {
    query: `query ($first: Int! = 2, $after: String) { list: companies(first: $first, after: $after) { ${page('id')} } }`,
    as: () => doyun,
  },
  people: {
    query: `query ($first: Int! = 1, $after: String) { list: people(first: $first, after: $after) { ${page('id')} } }`,
    as: () => doyun,
  },
  staff: {
    query: `query ($first: Int! = 1, $after: String) { list: people(staff: true, first: $first, after: $after) { ${page('id')} } }`,
    as: () => doyun,
  },
  vocItems: {
    query: `query ($first: Int! = 3, $after: String) { list: vocItems(first: $first, after: $after) { ${page('id')} } }`,
    as: () => doyun,
  },
  doubtful: {
    query: `query ($first: Int! = 3, $after: String) { list: vocItems(order: MOST_DOUBTFUL, first: $first, after: $after) { ${page('id')} } }`,
    as: () => doyun,
  },
  mails: {
    query: `query ($first: Int! = 1, $after: String) { list: mails(first: $first, after: $after) { ${page('id')} } }`,
    as: () => admin,
  },
};
const NAMES = Object.keys(LISTS);
const listOf = (name: string) => LISTS[name] ?? { query: '', as: () => minji };
const ask = (name: string, variables: object) => listOf(name).as().ask(listOf(name).query, variables);
const endOf = async (name: string): Promise<string> => (await ask(name, {})).data.list.pageInfo.endCursor;

const INVALID = ['INVALID'];

describe.each(NAMES)('the list %s', (name) => {
  it.each([1_000_000, 101, 0, -1, 2 ** 31, 1.5])('refuses a page of %d', async (first) => {
    const answer = await ask(name, { first });
    expect(codes(answer)).toEqual(INVALID);
    expect(answer.data ?? null).toBeNull();
  });

  it('refuses a cursor that is empty, garbage, edited or cut, and never answers with page one', async () => {
    const cursor = await endOf(name);
    const bytes = Buffer.from(cursor, 'base64url');
    const flipped = Array.from(bytes.keys(), (at) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy.toString('base64url');
    });
    const signature = bytes.subarray(0, 12);
    const forged = [
      [],
      [null],
      {},
      0,
      'x',
      ['9999-01-01', 'x'],
      ["' or true --", '00000000-0000-0000-0000-000000000000'],
    ].map((position) =>
      Buffer.concat([signature, Buffer.from(JSON.stringify(position))]).toString('base64url'),
    );
    const wrong = [
      '',
      ' ',
      'null',
      '0',
      'YXJyYXljb25uZWN0aW9uOjI=',
      '../../etc',
      '💥',
      'x'.repeat(20_000),
      cursor.slice(0, -1),
      cursor.slice(1),
    ];
    const disguised = [
      `${cursor}=`,
      `${cursor}A`,
      ` ${cursor}`,
      `${cursor}\n`,
      cursor.toUpperCase(),
      bytes.toString('base64'),
      bytes.toString('hex'),
    ];
    // Base64 may look the same in both alphabets.
    for (const after of [
      ...wrong,
      ...disguised.filter((each) => each !== cursor),
      ...forged,
      ...flipped.slice(0, 20),
    ]) {
      const answer = await ask(name, { after });
      expect([after.slice(0, 80), codes(answer)]).toEqual([after.slice(0, 80), INVALID]);
      expect(answer.data ?? null).toBeNull();
    }
  });

  it('refuses a cursor of any other list and of the same list with another filter', async () => {
    for (const other of NAMES.filter((each) => each !== name)) {
      const answer = await ask(name, { after: await endOf(other) });
      expect([other, codes(answer)]).toEqual([other, INVALID]);
    }
  });
});

it('a cursor of another company’s list leads nowhere but into one’s own', async () => {
  const other = await world.company('나다물류');
  const sora = await world.contact(other, '윤소라');
  const answer = await sora.ask(listOf('threads').query, { after: await endOf('threads') });
  expect(answer.data.list.edges).toEqual([]);
});

it('a timeline’s cursor works for its own thread only', async () => {
  const { threads } = await minji.get('{ threads(first: 2) { edges { node { id } } } }');
  const [one, two] = threads.edges.map(({ node }: { node: { id: string } }) => node.id);
  for (const id of [one, two]) await doyun.do('postMessage', { threadId: id, body: '답' }, 'thread { id }');
  const TIMELINE = `query ($id: ID!, $after: String) { thread(id: $id) { timeline(first: 1, after: $after) { ${page('__typename')} } } }`;
  const { endCursor } = (await minji.get(TIMELINE, { id: one })).thread.timeline.pageInfo;
  expect(codes(await minji.ask(TIMELINE, { id: one, after: endCursor }))).toEqual([]);
  expect(codes(await minji.ask(TIMELINE, { id: two, after: endCursor }))).toEqual(INVALID);
  expect(codes(await minji.ask(TIMELINE, { id: one, after: '' }))).toEqual(INVALID);
});

it('a page inside a page is measured too', async () => {
  const NESTED =
    'query ($first: Int!) { threads(first: 1) { edges { node { timeline(first: $first) { edges { cursor } } } } } }';
  for (const first of [1_000_000, 0, -1]) expect(codes(await minji.ask(NESTED, { first }))).toEqual(INVALID);
});

it('takes neither last nor before', async () => {
  for (const args of ['last: 5', 'first: 5, last: 5', 'before: "x"'])
    expect(codes(await minji.ask(`{ threads(${args}) { edges { cursor } } }`))).toEqual(INVALID);
});

describe('walking through 60 rows by 7', () => {
  async function walk(name: string, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const {
        list,
      }: {
        list: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = (await ask(name, { first: 7, after })).data;
      seen.push(...list.edges.map(({ node }) => node.id));
      if (!list.pageInfo.hasNextPage) return seen;
      after = list.pageInfo.endCursor;
      await between();
    }
  }

  it.each(['threads', 'waiting', 'mine', 'found', 'inbox', 'vocItems', 'doubtful'])(
    'finds each of %s exactly once',
    async (name) => {
      const seen = await walk(name);
      expect(new Set(seen).size).toBe(seen.length);
      // Two of them were answered above, so that they wait no longer.
      expect(seen.length).toBeGreaterThanOrEqual(ROWS - 2);
      expect(seen.length).toBeLessThanOrEqual(ROWS);
    },
  );

  it.each(['threads', 'waiting', 'inbox'])(
    'finds each row of %s that was there exactly once, also while rows are added',
    async (name) => {
      const before = await walk(name);
      const seen = await walk(name, async () => {
        world.clock.pass(1_000);
        await minji.do('openThread', { spaceId: company.spaceId, body: '새 질문' }, 'thread { id }');
      });
      const old = seen.filter((id) => before.includes(id));
      expect(old).toEqual(before);
      expect(new Set(seen).size).toBe(seen.length);
    },
  );
});
