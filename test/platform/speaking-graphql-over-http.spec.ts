// The 61 audits of the GraphQL-over-HTTP specification, against a development server: two of them read the schema.
import { auditServer, serverAudits } from 'graphql-http';
import { World } from '../world/world.js';

/** What Apollo answers otherwise than the specification wishes; none of it is a MUST. */
const KNOWN = {
  // It says 400 where older clients wish for 200.
  'warn 572B': 'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'warn 7B9B': 'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  'warn FDE2': 'SHOULD use 200 status code on document validation failure when accepting application/json',
  // A GET that any page could send, without a header of its own, is refused here.
  'notice 5A70': 'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'notice 6A70':
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  'notice D6D5':
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
};

let world: World;

beforeAll(async () => {
  world = await World.open({ NODE_ENV: 'development' });
});
afterAll(() => world.close());

it('has no error, and only the warnings known of Apollo', async () => {
  expect(serverAudits({ url: world.base })).toHaveLength(61);
  const results = await auditServer({ url: `${world.base}/graphql` });
  const not = results.filter(({ status }) => status !== 'ok');
  const said = not.map(({ status, id, name }) => [`${status} ${id}`, name]);
  expect(Object.fromEntries(said)).toEqual(KNOWN);
}, 60_000);
