// Text and numbers made to break: nothing is answered with a 500, a stack or the database's own words.
import { IncomingMessage, request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { type Leaf, type Operation, operations, variablesOf, withValue } from '../world/operations.js';
import { type Person, World } from '../world/world.js';
import { type Furnished, codes, everything, furnish } from './stage.js';

let world: World;
let hanbit: Furnished;
let agent: Person;
let admin: Person;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  admin = await world.staff('ADMIN', '박관리');
  hanbit = await furnish(world, '한빛전자', agent, admin);
});
afterAll(() => world.close());

const CODES = new Set(['NOT_FOUND', 'DENIED', 'INVALID', 'CONFLICT', 'UNAUTHENTICATED', 'RATE_LIMITED']);
const LEAKS =
  /node_modules|at \w+ \(|\.[tj]s:\d|postgres|pg_|syntax error at|QueryFailed|ECONN|relation "|constraint|duplicate key|invalid byte|out of range for type|SELECT |INTERNAL/;

/** A refusal in our words, or an answer – never a fault of ours. */
function harmless(answer: {
  status: number;
  text: string;
  errors?: { extensions: { code: string } }[];
}): void {
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(LEAKS);
  for (const { extensions } of answer.errors ?? []) expect(CODES).toContain(extensions.code);
}

const own = (operation: Operation) => variablesOf(operation, (word) => hanbit.things[word]);
const ALL = operations(['query', 'mutation']).filter(({ name }) => !name.startsWith('signOut'));
const leavesOf = (...types: string[]): [string, Operation, Leaf][] =>
  ALL.flatMap((operation) =>
    operation.leaves
      .filter(({ type }) => types.includes(type))
      .map((leaf): [string, Operation, Leaf] => [
        `${operation.label} ${leaf.path.join('.')}`,
        operation,
        leaf,
      ]),
  );
const TEXTS = leavesOf('String', 'ID');
const NUMBERS = leavesOf('Int', 'Float');

// First of all: the other attacks leave odd titles behind.
describe('search', () => {
  const SEARCH =
    'query ($search: String) { threads(search: $search, first: 100) { edges { node { heading } } } }';
  const WORDS = [
    '100% 확실',
    'a_b 이름',
    'c:\\temp',
    `O'Brien "씨"`,
    'a & b | c',
    'x:* y',
    '(괄호)',
    '[b]',
    'a*b',
    '~!@#$^',
    '--',
    '😀 웃음',
  ];
  beforeAll(async () => {
    for (const title of [...WORDS, '100 확실', 'axb 이름', 'c:temp'])
      await hanbit.owner.do(
        'openThread',
        { spaceId: hanbit.company.spaceId, title, body: '본문' },
        'thread { id }',
      );
  });

  it.each(WORDS)('finds %p as it stands', async (search) => {
    for (const somebody of [hanbit.reader, agent]) {
      const { threads } = await somebody.get(SEARCH, { search });
      expect(threads.edges.map(({ node }: { node: { heading: string } }) => node.heading)).toEqual([search]);
    }
  });

  it.each([
    ['%', ['100% 확실']],
    ['_', ['a_b 이름']],
    ['\\', ['c:\\temp']],
    ['100%', ['100% 확실']],
    ["'", [`O'Brien "씨"`]],
  ])('%p means itself', async (search, found) => {
    const { threads } = await hanbit.reader.get(SEARCH, { search });
    expect(threads.edges.map(({ node }: { node: { heading: string } }) => node.heading)).toEqual(found);
  });

  it('of people, companies and VOC items means itself too', async () => {
    for (const search of ['%', '_', '\\', "'", '*', '%%%']) {
      const answer = await agent.get(
        'query ($s: String) { people(search: $s) { edges { cursor } } companies(search: $s) { edges { cursor } } vocItems(search: $s) { edges { cursor } } }',
        { s: search },
      );
      for (const list of ['people', 'companies', 'vocItems'])
        expect([search, list, answer[list].edges]).toEqual([search, list, []]);
    }
  });
});

describe('NUL and half a character', () => {
  const UNFIT = ['\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\udc00\ud800'];

  it.each(TEXTS)('in %s are INVALID and change nothing', async (_label, operation, leaf) => {
    const before = await everything(world);
    for (const [n, text] of UNFIT.entries()) {
      // Half a character cannot be written in UTF-8: it travels as an escape.
      const answer = await (n % 2 ? admin : hanbit.owner).ask(
        operation.brief,
        withValue(own(operation), leaf, text),
      );
      expect([text, codes(answer)]).toEqual([text, ['INVALID']]);
      harmless(answer);
    }
    expect(await everything(world)).toEqual(before);
  });

  it.each(UNFIT)('%j in the document itself is INVALID', async (text) => {
    const answer = await hanbit.owner.ask(
      `{ threads(search: ${JSON.stringify(text)}) { edges { cursor } } }`,
    );
    expect(codes(answer)).toEqual(['INVALID']);
  });

  it('in a header or a cookie make nobody of one', async () => {
    for (const company of ['%00', '\\u0000', 'x'.repeat(4_000)])
      harmless(await world.withToken(hanbit.owner.token ?? '', company).ask('{ me { locale } }'));
    harmless(
      await world.stranger().ask('{ me { locale } }', {}, { cookie: `hotline_session=${'%00'.repeat(20)}` }),
    );
  });
});

describe('numbers', () => {
  it.each(NUMBERS)('that do not fit %s are INVALID', async (_label, operation, leaf) => {
    for (const number of [
      '2147483648',
      '-2147483649',
      '9007199254740993',
      '1e400',
      '-1e400',
      '1.5',
      '"1"',
      'true',
      '[]',
      '{}',
    ]) {
      const variables = JSON.stringify(withValue(own(operation), leaf, '@')).replace('"@"', number);
      const answer = await post(
        `{"query":${JSON.stringify(operation.brief)},"variables":${variables}}`,
        hanbit.owner,
      );
      harmless(answer);
      if (number !== '1e400' && number !== '-1e400')
        expect([number, codes(answer)]).toEqual([number, ['INVALID']]);
      else expect(codes(answer).length).toBeGreaterThan(0);
    }
  });

  it.each(NUMBERS)('at the edges are no fault in %s', async (_label, operation, leaf) => {
    for (const number of ['-0', '0', '-1', '2147483647', '-2147483648', 'null']) {
      const variables = JSON.stringify(withValue(own(operation), leaf, '@')).replace('"@"', number);
      harmless(await post(`{"query":${JSON.stringify(operation.brief)},"variables":${variables}}`, admin));
    }
  });
});

describe('every text of every operation', () => {
  const SIGNS = [
    '%',
    '_',
    '\\',
    '%_\\',
    '(',
    '[',
    '*',
    'a & | ! <-> b',
    ':*',
    '"',
    '`',
    '{{7*7}}',
    '${7*7}',
    '$1',
    '\u202Etxt.exe',
    '💥',
    'ﷺ',
    '가'.normalize('NFD'),
  ];
  const HOSTILE = [
    ...[
      "' or 1=1 --",
      `"; drop table hotline.person; --`,
      `\\'; commit; --`,
      '$$; select sleep(9) $$',
      SIGNS.join(' '),
      '%',
      '\\',
      ':*',
    ],
    ...['__proto__', 'constructor', '../../etc/passwd', '\r\nSet-Cookie: a=b', '\u200b', 'İstanbul'],
  ];

  it.each(TEXTS)('%s takes hostile words without a fault', async (_label, operation, leaf) => {
    for (const [n, text] of HOSTILE.entries())
      harmless(
        await (n % 2 ? admin : hanbit.member).ask(operation.brief, withValue(own(operation), leaf, text)),
      );
  });

  it.each(TEXTS)('%s takes blank and endless words without a fault', async (_label, operation, leaf) => {
    const long = ['', ' \n\u3000', '💥'.repeat(10_000), 'x'.repeat(90_000)];
    for (const text of long)
      harmless(await admin.ask(operation.brief, withValue(own(operation), leaf, text)));
  });
});

it('everything is still there and works after all this', async () => {
  const { thread } = await agent.get('query ($id: ID!) { thread(id: $id) { messageCount } }', {
    id: hanbit.things.thread,
  });
  expect(thread.messageCount).toBeGreaterThanOrEqual(3);
});

describe('names', () => {
  const profile = async (name: string) => {
    const person = await world.contact(hanbit.company);
    await person.do('updateProfile', { name }, 'done');
    return (await person.get('{ me { person { name } } }')).me.person.name as string;
  };

  it.each([
    ['zero width', '김\u200b민\u200d지\ufeff', '김민지'],
    ['turned around', '\u202e지민김\u202c', '지민김'],
    ['isolated', '\u2066김민지\u2069', '김민지'],
    ['decomposed', '김민지'.normalize('NFD'), '김민지'],
    ['with line breaks', '김\n민\t 지 ', '김 민 지'],
  ])('%s are tidied', async (_what, written, kept) => {
    expect(await profile(written)).toBe(kept);
  });

  it.each(['', '   ', '\u200b\u200b', '\u202e', '\ufeff \u3000', 'x'.repeat(81)])(
    '%j is no name',
    async (name) => {
      const person = await world.contact(hanbit.company);
      expect(await person.refused('updateProfile', { name }, 'done')).toMatchObject({
        code: 'INVALID',
        field: 'name',
      });
    },
  );

  it('a company of invisible letters does not exist', async () => {
    expect(
      await admin.refused('createCompany', { name: '\u200b\u2060', employees: 1 }, 'company { id }'),
    ).toMatchObject({ code: 'INVALID', field: 'name' });
  });
});

describe('e-mail addresses', () => {
  const inviteAndRead = async (email: string) => {
    await hanbit.owner.do('inviteContacts', { companyId: hanbit.company.id, people: [{ email }] }, 'done');
    const { node } = await hanbit.owner.get(
      'query ($id: ID!) { node(id: $id) { ... on Company { invitations { email } } } }',
      { id: hanbit.company.id },
    );
    return node.invitations.map(({ email: each }: { email: string }) => each) as string[];
  };

  it('are one address in every case and form', async () => {
    const before = await inviteAndRead('minsu@case.example');
    for (const email of ['MINSU@CASE.EXAMPLE', ' Minsu@Case.Example ', 'min\u200bsu@case.example'])
      expect(await inviteAndRead(email)).toHaveLength(before.length);
  });

  it('İ folds to one address, the same each time, and the stored one can sign in', async () => {
    const written = 'İPEK@case.example';
    const answer = await world
      .stranger()
      .ask('mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done } }', {
        input: { email: written },
      });
    harmless(answer);
    const invited = await hanbit.owner.ask(
      'mutation ($input: InviteContactsInput!) { inviteContacts(input: $input) { done } }',
      {
        input: { companyId: hanbit.company.id, people: [{ email: written }] },
      },
    );
    harmless(invited);
  });

  it.each([
    '',
    'x',
    'a@b',
    '@case.example',
    'a@case.example\nbcc: b@case.example',
    'a@case.example, b@case.example',
    `${'x'.repeat(250)}@case.example`,
  ])('%j is none', async (email) => {
    expect(
      await hanbit.owner.refused(
        'inviteContacts',
        { companyId: hanbit.company.id, people: [{ email }] },
        'done',
      ),
    ).toMatchObject({ code: 'INVALID' });
    expect(await world.stranger().refused('requestSignInLink', { email }, 'done')).toMatchObject({
      code: 'INVALID',
    });
  });
});

describe('bodies', () => {
  const say = (body: string) =>
    hanbit.owner.ask(
      'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { body } } }',
      { input: { threadId: hanbit.things.thread, body } },
    );

  it.each(['', ' ', '\n\n', '\u3000'])('%j is nothing said', async (body) => {
    expect(codes(await say(body))).toEqual(['INVALID']);
  });

  it('of 20,000 signs are kept to the last, of one more refused by name', async () => {
    const body = '가'.repeat(20_000);
    expect((await say(body)).data.postMessage.message.body).toBe(body);
    const longer = await say(`${body}나`);
    expect(longer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'body' });
  });

  it('of 10,000 emoji are kept whole', async () => {
    const body = '😀'.repeat(10_000);
    expect((await say(body)).data.postMessage.message.body).toBe(body);
  });

  it('keep what looks like code as it is', async () => {
    for (const body of [
      `'; drop table hotline.thread; --`,
      '<img src=x onerror=alert(1)>',
      '${process.env}',
      '\\u0000',
      '%00',
      '{"a":{"$gt":""}}',
    ]) {
      expect((await say(body)).data.postMessage.message.body).toBe(body);
    }
  });
});

type Plain = {
  status: number;
  text: string;
  type: string;
  data?: unknown;
  errors?: { extensions: { code: string; reason: string; field?: string }; message: string }[];
};

/** A POST with exactly these bytes. */
function post(
  body: string | Buffer,
  somebody: Person | null,
  headers: Record<string, string> = {},
  method = 'POST',
  path = '/graphql',
): Promise<Plain> {
  const token: Record<string, string> = somebody ? { authorization: `Bearer ${somebody.token}` } : {};
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      `${world.base}${path}`,
      { method, agent: false, headers: { 'content-type': 'application/json', ...token, ...headers } },
      (response: IncomingMessage) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          let parsed = {};
          try {
            parsed = JSON.parse(text) as object;
          } catch {
            // not JSON: the test will see it
          }
          resolve({
            ...parsed,
            status: response.statusCode ?? 0,
            text,
            type: String(response.headers['content-type']),
          });
        });
      },
    );
    call.on('error', reject);
    if (method === 'GET') call.end();
    else call.end(body);
  });
}

describe('the request itself', () => {
  const QUERY = '{ me { person { name } } }';
  const MUTATION = 'mutation { updateProfile(input: { name: "바뀐 이름" }) { done } }';
  const json = (value: unknown) => JSON.stringify(value);

  const BROKEN: [string, () => [string | Buffer, Record<string, string>?]][] = [
    ['malformed JSON', () => ['{"query": ']],
    ['no JSON at all', () => ['hello']],
    ['an empty body', () => ['']],
    ['null', () => ['null']],
    ['a number', () => ['5']],
    ['an empty object', () => ['{}']],
    ['a query that is no text', () => [json({ query: { a: 1 } })]],
    ['variables that are no object', () => [json({ query: QUERY, variables: 'x' })]],
    ['a body over the limit', () => [json({ query: QUERY, variables: { x: 'x'.repeat(200_000) } })]],
    ['a body of 1 MB', () => [json({ query: `${QUERY} #${'x'.repeat(1_000_000)}` })]],
    [
      'JSON 20,000 deep',
      () => [`{"query":${json(QUERY)},"variables":{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`],
    ],
    [
      'objects 9,000 deep',
      () => [`{"query":${json(QUERY)},"variables":${'{"x":'.repeat(9_000)}1${'}'.repeat(9_000)}}`],
    ],
    ['__proto__ in the variables', () => [`{"query":${json(QUERY)},"variables":{"__proto__":{"actor":1}}}`]],
    ['__proto__ in the body', () => [`{"query":${json(QUERY)},"__proto__":{"actor":1}}`]],
    [
      'a poisoned constructor',
      () => [`{"query":${json(QUERY)},"variables":{"constructor":{"prototype":{"x":1}}}}`],
    ],
    ['a text body', () => [json({ query: QUERY }), { 'content-type': 'text/plain' }]],
    [
      'a form',
      () => [`query=${encodeURIComponent(QUERY)}`, { 'content-type': 'application/x-www-form-urlencoded' }],
    ],
    [
      'a multipart form',
      () => [
        '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
        { 'content-type': 'multipart/form-data; boundary=x' },
      ],
    ],
    ['XML', () => ['<x/>', { 'content-type': 'application/xml' }]],
    ['no content type', () => [json({ query: QUERY }), { 'content-type': '' }]],
    [
      'bytes that are no UTF-8',
      () => [
        Buffer.concat([
          Buffer.from('{"query":"{ me { locale } }'),
          Buffer.from([0xff, 0xfe, 0xc0]),
          Buffer.from('"}'),
        ]),
      ],
    ],
    ['a compressed bomb', () => [Buffer.from([0x1f, 0x8b, 8, 0, 0]), { 'content-encoding': 'gzip' }]],
  ];

  it.each(BROKEN)('%s is a refusal in JSON, without a stack', async (_what, make) => {
    const [body, headers] = make();
    const answer = await post(body, hanbit.owner, headers);
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(LEAKS);
    expect(answer.type).toContain('json');
    expect(answer.text).not.toContain('김민지');
    expect((answer.data as { me?: unknown } | undefined)?.me).toBeFalsy();
  });

  it('a batch of operations is refused', async () => {
    const answer = await post(json([{ query: QUERY }, { query: QUERY }]), hanbit.owner);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('person');
  });

  it('a mutation by GET is refused, and so is a query that a foreign page could send', async () => {
    for (const [query, headers] of [
      [MUTATION, { 'apollo-require-preflight': 'true' }],
      [QUERY, { 'content-type': 'text/plain' }],
    ] as const) {
      const answer = await post(
        '',
        hanbit.owner,
        headers,
        'GET',
        `/graphql?query=${encodeURIComponent(query)}`,
      );
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(/"data":\{/);
    }
    expect((await hanbit.owner.get(QUERY)).me.person.name).not.toBe('바뀐 이름');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    '',
  ])('a mutation as %p, which any page may send, changes nothing', async (type) => {
    const answer = await post(json({ query: MUTATION }), null, {
      'content-type': type,
      cookie: `hotline_session=${hanbit.owner.token}`,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await hanbit.owner.get(QUERY)).me.person.name).not.toBe('바뀐 이름');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE'])('%s is refused', async (method) => {
    const answer = await post(json({ query: QUERY }), hanbit.owner, {}, method);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('headers of another request cannot be smuggled in', async () => {
    const { hostname, port } = new URL(world.base);
    const raw = await new Promise<string>((resolve) => {
      const socket = createConnection(Number(port), hostname, () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
        );
      });
      let text = '';
      socket.on('data', (part) => (text += String(part)));
      socket.on('close', () => resolve(text));
      socket.setTimeout(2_000, () => socket.destroy());
    });
    expect(raw).toMatch(/^HTTP\/1\.1 400/);
  });

  it('an object’s prototype stays clean', () => {
    expect(({} as { actor?: unknown; x?: unknown }).actor).toBeUndefined();
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
