// Requests that are no requests: each is refused in JSON, in the words of every refusal, under the headers of every answer.
import { request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let company: Company;
let owner: Person;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  owner = await world.contact(company, '김민지');
});
afterAll(() => world.close());

type Plain = { status: number; text: string; headers: Record<string, unknown> };

function send(
  path: string,
  { method = 'POST', headers = {}, body = '' }: { method?: string; headers?: object; body?: string },
): Promise<Plain> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      `${world.base}${path}`,
      {
        method,
        agent: false,
        headers: {
          ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
          authorization: `Bearer ${owner.token}`,
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += String(part)));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** What a path of bytes answers that no client of HTTP would send. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(world.base);
  return new Promise((resolve) => {
    let text = '';
    const socket = createConnection(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (part) => (text += String(part)));
    socket.on('close', () => resolve(text));
    socket.on('error', () => {});
    socket.setTimeout(3_000, () => socket.destroy());
  });
}

const QUERY = JSON.stringify({ query: '{ me { locale } }' });
const DEEP = `{"query":"{ me { locale } }","variables":{"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;

type Tried = [what: string, path: string, call: Parameters<typeof send>[1], status: number, reason: string];
const REFUSED: Tried[] = [
  ['malformed JSON', '/graphql', { body: '{"query": ' }, 400, 'REQUEST'],
  ['no body', '/graphql', { body: '' }, 400, 'REQUEST'],
  ['a body over the limit', '/graphql', { body: `{"query":"${'x'.repeat(100_001)}"}` }, 413, 'TOO_LARGE'],
  ['XML', '/graphql', { body: '<x/>', headers: { 'content-type': 'application/xml' } }, 415, 'MEDIA_TYPE'],
  ['no content type', '/graphql', { body: QUERY, headers: { 'content-type': '' } }, 415, 'MEDIA_TYPE'],
  ['JSON 20,000 deep', '/graphql', { body: DEEP }, 400, 'DEPTH'],
  ['__proto__', '/graphql', { body: '{"query":"{ me { locale } }","__proto__":{"x":1}}' }, 400, 'REQUEST'],
  [
    '__proto__ in variables',
    '/graphql',
    { body: '{"query":"{ me { locale } }","variables":{"__proto__":{"x":1}}}' },
    400,
    'REQUEST',
  ],
  [
    'constructor in variables',
    '/graphql',
    { body: '{"query":"{ me { locale } }","variables":{"constructor":{"prototype":{"x":1}}}}' },
    400,
    'REQUEST',
  ],
  ['a list of operations', '/graphql', { body: `[${QUERY},${QUERY}]` }, 400, 'BAD_REQUEST'],
  ['a hash instead of a document', '/graphql', { body: HASH() }, 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
  ['PUT', '/graphql', { method: 'PUT' }, 404, 'NO_SUCH_PATH'],
  ['DELETE', '/graphql', { method: 'DELETE' }, 404, 'NO_SUCH_PATH'],
  ['a path below GraphQL', '/graphql/x', { method: 'GET' }, 404, 'NO_SUCH_PATH'],
  ['a POST below GraphQL', '/graphql/x', { body: QUERY }, 404, 'NO_SUCH_PATH'],
  ['a POST to a page', '/inbox', { body: QUERY }, 404, 'NO_SUCH_PATH'],
  ['an asset that is not there', '/assets/no.js', { method: 'GET' }, 404, 'NO_SUCH_PATH'],
  ['a path that is no text', '/%c0%ae%', { method: 'GET' }, 400, 'REQUEST'],
  ['a way out of the assets', '/assets/..%2f..%2fpackage.json', { method: 'GET' }, 404, 'NO_SUCH_PATH'],
  ['a file without a name', '/files/x', { method: 'GET' }, 404, 'NO_SUCH_PATH'],
  ['a file that is none', `/files/attachment_x/y.png`, { method: 'GET' }, 404, 'NOT_FOUND'],
  ['an upload that is none', '/files', { body: '{}' }, 400, 'FILE'],
  ['mail-off with a made-up word', '/mail-off/x', { body: '{}' }, 400, 'MAIL_OFF'],
];

function HASH(): string {
  const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
  return JSON.stringify({ extensions: { persistedQuery } });
}

/** The headers that every answer has, whatever it is. */
function guarded({ headers }: Plain): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(String(headers['content-security-policy'])).toContain("default-src 'none'");
  expect(headers['x-frame-options'] ?? 'SAMEORIGIN').toBe('SAMEORIGIN');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['cache-control']).toBeTruthy();
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['server']).toBeUndefined();
}

it.each(REFUSED)('%s', async (_what, path, call, status, reason) => {
  const answer = await send(path, call);
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(`"reason":"${reason}"`)]);
  const { errors } = JSON.parse(answer.text) as { errors: { message: string; extensions: object }[] };
  expect(errors).toHaveLength(1);
  expect(Object.keys(errors[0]?.extensions ?? {}).filter((key) => key !== 'field')).toEqual([
    'code',
    'reason',
  ]);
  expect(answer.text).not.toMatch(/node_modules|at \w+ \(|<html|Cannot (GET|POST)|FST_|statusCode/);
  expect(String(answer.headers['content-type'])).toContain('json');
  guarded(answer);
});

it.each([
  ['a page', '/', { method: 'GET' }],
  ['a page of the app', '/sign-in', { method: 'GET' }],
  ['an answer', '/graphql', { body: QUERY }],
  ['a syntax error', '/graphql', { body: '{"query":"{"}' }],
  ['a head', '/', { method: 'HEAD' }],
])('%s carries them too', async (_what, path, call) => {
  guarded(await send(path, call));
});

it('a file carries them too, and a policy of its own', async () => {
  const { url } = await owner.upload(company.spaceId, '기록.log', Buffer.from('기록'));
  const answer = await send(url, { method: 'GET' });
  expect(answer.status).toBe(200);
  expect(String(answer.headers['content-security-policy'])).toMatch(/^sandbox/);
  guarded(answer);
});

it('the page’s own policy has a nonce of its own each time, and runs nothing inline', async () => {
  const policies = await Promise.all([1, 2].map(async () => (await send('/', { method: 'GET' })).headers));
  const [one = '', two = ''] = policies.map((headers) => String(headers['content-security-policy']));
  expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
  expect(one).not.toBe(two);
  expect(one).not.toMatch(/script-src[^;]*unsafe/);
  expect(one).toContain("frame-ancestors 'none'");
});

describe('what is no HTTP', () => {
  it.each([
    ['garbage', 'hello\r\n\r\n'],
    ['a header without an end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ])('%s is refused and the connection ends', async (_what, bytes) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/node_modules|HPE_|<html/);
  });
});

describe('what any foreign page may send', () => {
  const MUTATION = 'mutation { updateProfile(input: { name: "바뀐 이름" }) { done } }';
  const cookie = () => ({ cookie: `hotline_session=${owner.token}`, authorization: '' });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', `query=${encodeURIComponent(MUTATION)}`],
    ['text', 'text/plain', JSON.stringify({ query: MUTATION })],
    [
      'a multipart form',
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: MUTATION })}\r\n--x--`,
    ],
  ])('%s with the cookie changes nothing', async (_what, type, body) => {
    const answer = await send('/graphql', { body, headers: { ...cookie(), 'content-type': type } });
    expect([answer.status >= 400 && answer.status < 500, answer.text]).toEqual([
      true,
      expect.stringContaining('"code":"INVALID"'),
    ]);
    expect((await owner.get('{ me { person { name } } }')).me.person.name).toBe('김민지');
  });

  it.each([
    [`query=${encodeURIComponent(MUTATION)}`, { 'apollo-require-preflight': 'true' }],
    [`query=${encodeURIComponent('{ me { locale } }')}`, {}],
  ])('a GET of %s is refused', async (query, headers) => {
    const answer = await send(`/graphql?${query}`, { method: 'GET', headers: { ...cookie(), ...headers } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).toContain('"code":"INVALID"');
  });
});
