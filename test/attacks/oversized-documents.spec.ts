// Documents made to cost: renamed, nested, repeated, decorated, endless, dear – over HTTP and over a socket alike.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, validate, visit } from 'graphql';
import { mustBeAffordable } from '../../src/platform/graphql/cost.js';
import { refuseTheEndless } from '../../src/platform/graphql/document-limits.js';
import { DOCUMENT, MOST_ROWS } from '../../src/platform/limits.js';
import { type Answer } from '../world/as.js';
import { operations, schema, variablesOf } from '../world/operations.js';
import { type Company, type Person, World } from '../world/world.js';
import { HINTS, Wire } from './wire.js';

let world: World;
let company: Company;
let owner: Person;
let agent: Person;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  owner = await world.contact(company, '김민지');
  agent = await world.staff('AGENT', '강도윤');
  for (let n = 0; n < 3; n++)
    await owner.do('openThread', { spaceId: company.spaceId, body: `질문 ${n}` }, 'thread { id }');
});
afterAll(() => world.close());

type Refused = { message: string; extensions: { code: string; reason: string } };

/** Pages of the web app that never ask for a hundred rows. */
const LARGEST_PAGES: Record<string, number> = { MissionReviews: 25 };

const many = (count: number, one: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(' ');

const overHttp = (query: string, variables: object = {}): Promise<Answer> => agent.ask(query, variables);

async function overSocket(query: string, variables: object = {}): Promise<Refused[]> {
  const wire = await Wire.as(agent);
  wire.subscribe('1', query, variables);
  const { type, payload } = await wire.next(({ id }) => id === '1');
  wire.close();
  return type === 'error' ? (payload as unknown as Refused[]) : [];
}

const reasons = (errors: readonly Refused[] | undefined): string[] =>
  [...new Set((errors ?? []).map(({ extensions }) => `${extensions.code} ${extensions.reason}`))].sort();

const DEEP =
  '{ companies { edges { node { space { members { person { companies { space { id } } } } } } } } }';
const DIRECTIVES = many(10, () => '@include(if: true)');

describe.each([
  ['sixteen aliases', `{ ${many(16, (n) => `a${n}: installation { zone }`)} }`, 'TOO_MANY_ALIASES'],
  ['sixteen aliases of __typename', `{ ${many(16, (n) => `a${n}: __typename`)} }`, 'TOO_MANY_ALIASES'],
  [
    'aliases in a fragment that is spread twice',
    `{ me { person { ...F } company { id } } people { edges { node { ...F } } } } fragment F on Person { ${many(8, (n) => `a${n}: name`)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['nine fields deep', DEEP, 'TOO_DEEP'],
  [
    'nine fields deep through fragments',
    `{ companies { edges { node { ...C } } } } fragment C on Company { space { members { ...M } } } fragment M on Member { person { companies { space { id } } } }`,
    'TOO_DEEP',
  ],
  [
    'nine fields deep through fragments without a name',
    `{ companies { ... { edges { ... { node { ... on Company { space { members { person { companies { space { id } } } } } } } } } } } }`,
    'TOO_DEEP',
  ],
  ['ten directives on one field', `{ me { locale ${DIRECTIVES} } }`, 'TOO_MANY_DIRECTIVES'],
  ['ten directives on a spread', `{ me { ... ${DIRECTIVES} { locale } } }`, 'TOO_MANY_DIRECTIVES'],
  [
    'directives on every field',
    `{ me { ${many(31, (n) => (n % 2 ? 'zone' : 'locale') + ' @skip(if: false)')} } }`,
    'TOO_MANY_DIRECTIVES',
  ],
  ['one field eleven times', `{ me { ${many(11, () => 'locale')} } }`, 'TOO_OFTEN'],
  [
    'one fragment eleven times',
    `{ me { ${many(11, () => '...F')} } } fragment F on Me { locale }`,
    'TOO_OFTEN',
  ],
])('%s', (_what, query, reason) => {
  it('is refused', async () => {
    const answer = await overHttp(query);
    expect(answer.status).toBe(400);
    expect(reasons(answer.errors)).toContain(`INVALID ${reason}`);
    expect(answer.data).toBeUndefined();
  });
});

it('a fragment of fragments, doubling at every step, is refused in an instant', async () => {
  const doubling = `{ me { ...A0 } } ${many(60, (n) => `fragment A${n} on Me { ...A${n + 1} ... { ...A${n + 1} } }`)} fragment A60 on Me { a: locale }`;
  const began = performance.now();
  const answer = await overHttp(doubling);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(reasons(answer.errors)).toContain('INVALID TOO_MANY_ALIASES');
});

it('fragments in a circle are refused', async () => {
  for (const query of [
    '{ me { ...A } } fragment A on Me { ...A }',
    '{ me { ...A } } fragment A on Me { ...B } fragment B on Me { company { id } ...A }',
    '{ me { person { ...P } } } fragment P on Person { companies { space { members { person { ...P } } } } }',
  ]) {
    const answer = await overHttp(query);
    expect([query, answer.status, reasons(answer.errors)]).toEqual([
      query,
      400,
      expect.arrayContaining(['INVALID GRAPHQL_VALIDATION_FAILED']),
    ]);
  }
});

it('1,001 tokens and a field 5,000 times are refused before they are understood', async () => {
  for (const query of [
    `{ me { ${many(998, () => 'locale')} } }`,
    `{ me { ${many(5_000, () => 'locale')} } }`,
    `query (${many(300, (n) => `$v${n}: Int`)}) { me { locale } }`,
    `{ threads(ids: [${many(2_000, () => '"x"')}]) { edges { cursor } } }`,
    '{'.repeat(5_000),
    `{ me { locale } } #${'x'.repeat(50_000)}\n${'{ '.repeat(1_000)}`,
  ]) {
    const began = performance.now();
    const answer = await overHttp(query);
    expect(answer.status).toBe(400);
    expect(reasons(answer.errors)).toEqual(['INVALID GRAPHQL_PARSE_FAILED']);
    expect(performance.now() - began).toBeLessThan(500);
  }
});

it('the dearest document that passes for a while takes no second', async () => {
  const words = many(140, (n) => `a: __typename b: locale ...F${n % 9}`);
  const query = `{ me { ${words} } } ${many(9, (n) => `fragment F${n} on Me { zone locale }`)}`;
  const began = performance.now();
  expect((await overHttp(query)).status).toBe(400);
  expect(performance.now() - began).toBeLessThan(1_000);
});

describe('a page in a page', () => {
  const NESTED = (outer: string, inner: string, head = '') =>
    `query ${head} { threads(first: ${outer}) { edges { node { timeline(first: ${inner}) { edges { node { __typename ... on Message { author { name } } } } } } } } }`;

  it.each([
    ['written', NESTED('100', '100'), {}],
    ['as a variable', NESTED('$n', '$n', '($n: Int!)'), { n: 100 }],
    ['by default', NESTED('$n', '$n', '($n: Int! = 100)'), {}],
    [
      'through a fragment',
      `{ threads(first: 100) { edges { node { ...T } } } } fragment T on Thread { timeline(first: 50) { edges { cursor } } }`,
      {},
    ],
    [
      'by fifteen names',
      `{ ${many(15, (n) => `t${n}: threads(first: 100) { edges { node { id } } }`)} }`,
      {},
    ],
  ])('is multiplied: %s', async (_how, query, variables) => {
    const answer = await overHttp(query, variables);
    expect(answer.status).toBe(400);
    expect(reasons(answer.errors)).toEqual(['INVALID TOO_COSTLY']);
  });

  it('that is small enough is answered', async () => {
    const { threads } = await agent.get(NESTED('10', '10'));
    expect(threads.edges).toHaveLength(3);
  });

  it.each([1_000_000, 0, -1, '"10"', '1e3'])('first of %s is INVALID within another page too', async (n) => {
    const answer = await overHttp(NESTED('2', String(n)));
    expect(answer.text).not.toContain('INTERNAL');
    expect(reasons(answer.errors)[0]).toMatch(/^INVALID /);
  });
});

describe('in production', () => {
  const SCHEMA = [
    '{ __schema { types { name } } }',
    '{ __type(name: "Me") { fields { name } } }',
    '{ me { __typename } __schema { queryType { name } } }',
  ];

  it.each(SCHEMA)('the schema is not told: %s', async (query) => {
    const answer = await overHttp(query);
    expect(answer.status).toBe(400);
    expect(reasons(answer.errors)).toEqual(['INVALID GRAPHQL_VALIDATION_FAILED']);
    expect(answer.text).not.toMatch(/"data"|queryType":/);
    expect(reasons(await overSocket(query))).toEqual(['INVALID SUBSCRIPTION_ONLY']);
  });

  it('nothing is suggested to who guesses', async () => {
    for (const query of [
      '{ thread { id } }',
      '{ compani { id } }',
      '{ me { locle } }',
      'mutation { signin(input: {}) { done } }',
      'query ($x: Thred) { me { locale } }',
      '{ threads(queue: ALLL) { edges { cursor } } }',
      '{ me { ... on Persn { id } } }',
    ])
      expect((await overHttp(query)).text).not.toMatch(/did you mean/i);
    for (const query of [
      'subscription { hint { kind } }',
      'subscription { hints { kinds } }',
      'subscription { __schema { types { name } } }',
      'subscription { hints { __type(name: "Me") { name } } }',
    ]) {
      const errors = await overSocket(query);
      expect(errors.length).toBeGreaterThan(0);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    }
  });
});

describe('over a socket', () => {
  it.each([
    ['sixteen aliases', `subscription { hints { ${many(16, (n) => `a${n}: kind`)} } }`, 'TOO_MANY_ALIASES'],
    [
      'sixteen aliases of __typename',
      `subscription { hints { ${many(16, (n) => `a${n}: __typename`)} } }`,
      'TOO_MANY_ALIASES',
    ],
    ['ten directives', `subscription { hints { kind ${DIRECTIVES} } }`, 'TOO_MANY_DIRECTIVES'],
    ['a field eleven times', `subscription { hints { ${many(11, () => 'kind')} } }`, 'TOO_OFTEN'],
    ['nine deep', `subscription { hints ${'{ kind '.repeat(9)} ${'}'.repeat(9)} }`, 'TOO_DEEP'],
    ['a circle', 'subscription { hints { ...A } } fragment A on Hint { ...A }', 'BAD_USER_INPUT'],
    ['1,001 tokens', `subscription { hints { ${many(1_001, () => 'kind')} } }`, 'BAD_USER_INPUT'],
    [
      'variables without an end',
      HINTS,
      'DEPTH',
      { x: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as object },
    ],
  ])('%s is refused', async (_what, query, reason, variables: object = {}) => {
    const errors = await overSocket(query, variables);
    expect(reasons(errors)).toContain(`INVALID ${reason}`);
    expect(errors.every(({ extensions }) => extensions.code === 'INVALID')).toBe(true);
  });
});

describe('what is asked in earnest', () => {
  /** The web app's operations, each with the fragments it needs. */
  function documents(): [name: string, text: string][] {
    const web = new URL('../../web/src', import.meta.url).pathname;
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const texts = files.flatMap((name) =>
      [...readFileSync(join(web, name), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(
        ([, text = '']) => text,
      ),
    );
    const fragments = new Map<string, string>();
    for (const text of texts)
      for (const each of parse(text).definitions)
        if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, text);
    const whole = (text: string, seen = new Set<string>()): Set<string> => {
      seen.add(text);
      visit(parse(text), {
        FragmentSpread: ({ name }) => {
          const next = fragments.get(name.value) ?? '';
          if (next && !seen.has(next)) whole(next, seen);
        },
      });
      return seen;
    };
    return texts
      .filter((text) => /^\s*(query|mutation|subscription)/.test(text))
      .map((text) => [
        /(\w+)[\s({]/.exec(text.trim().replace(/^\w+\s+/, ''))?.[1] ?? '',
        [...whole(text)].join('\n'),
      ]);
  }

  it('stays below half of every limit: each page of the web app, with the largest pages there are', () => {
    const all = documents();
    expect(all.length).toBeGreaterThan(60);
    for (const [name, text] of all) {
      const document = parse(text.replaceAll('@_unmask', ''), { maxTokens: DOCUMENT.tokens / 2 });
      expect([name, validate(schema, document, [refuseTheEndless])]).toEqual([name, []]);
      const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
      if (!operation) throw new Error(`${name} has no operation.`);
      const dearest = { first: LARGEST_PAGES[name] ?? MOST_ROWS };
      expect(() => mustBeAffordable(schema, document, operation, dearest)).not.toThrow();
    }
  });

  it('passes: everything that may be asked for, a few objects deep', () => {
    for (const each of operations()) {
      const document = parse(each.document, { maxTokens: DOCUMENT.tokens });
      const [operation] = document.definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(each.label);
      expect([each.label, validate(schema, document, [refuseTheEndless])]).toEqual([each.label, []]);
      mustBeAffordable(
        schema,
        document,
        operation,
        variablesOf(each, (word) => word),
      );
    }
  });
});
