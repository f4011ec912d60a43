// A contact tries to read, guess at or change what belongs to another company: the answer never tells it from nothing.
import { Database, sql } from '../../src/platform/database/index.js';
import { SignInService } from '../../src/identity/index.js';
import { system } from '../../src/platform/actor.js';
import { type Leaf, type Operation, operations, variablesOf } from '../world/operations.js';
import { type Person, World } from '../world/world.js';
import { type Furnished, codes, furnish, nothing, uuidOf } from './stage.js';

let world: World;
let agent: Person;
let hanbit: Furnished;
let nada: Furnished;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  const lead = await world.staff('LEAD', '이서연');
  hanbit = await furnish(world, '한빛전자', agent, lead);
  nada = await furnish(world, '나다물류', agent, lead);
  await nada.owner.do(
    'inviteContacts',
    { companyId: nada.company.id, people: [{ email: 'guest@nada.example' }] },
    'done',
  );
});
afterAll(() => world.close());

const ROLES = ['owner', 'member', 'reader'] as const;

/** Everything that names something, once alone beside one's own things and once all together. */
const IDENTIFYING = new Set(['ID', 'Int', 'String']);
const named = (operation: Operation): Leaf[] =>
  operation.leaves.filter(({ word, type }) => word !== null && word !== 'token' && IDENTIFYING.has(type));
const TRIES = operations(['query', 'mutation'])
  .filter((operation) => !operation.name.startsWith('signOut') && named(operation).length > 0)
  .flatMap((operation) => [
    ...named(operation).map((leaf): [string, Operation, Leaf[]] => [
      `${operation.label}(${leaf.path.join('.')})`,
      operation,
      [leaf],
    ]),
    ...(named(operation).length > 1
      ? [[`${operation.label}(everything)`, operation, named(operation)] as [string, Operation, Leaf[]]]
      : []),
  ]);

describe.each(ROLES)('as %s', (role) => {
  it.each(TRIES)('%s of another company is answered like nothing', async (_label, operation, leaves) => {
    const minji = hanbit[role];
    const none = nothing(world);
    const ask = (foreign: (leaf: Leaf) => unknown) =>
      minji.ask(
        operation.document,
        variablesOf(
          operation,
          (word, leaf) => (leaves.includes(leaf) ? foreign(leaf) : hanbit.things[word]),
          (leaf) => leaves.includes(leaf),
        ),
      );
    const theirs = await ask((leaf) => nada.things[leaf.word ?? '']);
    const nobodys = await ask((leaf) => none(leaf.word ?? '', leaf, operation));
    expect(theirs.text).toBe(nobodys.text);
    expect(theirs.status).toBe(nobodys.status);
    expect(codes(theirs)).not.toContain('INTERNAL');
    for (const uuid of nada.uuids) expect(theirs.text).not.toContain(uuid);
  });

  it.each(['note', 'vocitem', 'tag', 'area'])(
    'a %s of their own thread is answered like nothing',
    async (word) => {
      for (const operation of operations(['query', 'mutation'])) {
        const leaf = operation.leaves.find((each) => each.word === word);
        if (!leaf) continue;
        const ask = (value: unknown) =>
          hanbit[role].ask(
            operation.document,
            variablesOf(
              operation,
              (each) => (each === word ? value : hanbit.things[each]),
              (each) => each === leaf,
            ),
          );
        const [own, nobodys] = [await ask(hanbit.things[word]), await ask(world.nobody(word))];
        expect([operation.label, own.text]).toEqual([operation.label, nobodys.text]);
      }
    },
  );
});

it('changes nothing of the other company', async () => {
  const { thread } = await agent.get(
    'query ($id: ID!) { thread(id: $id) { messageCount state version assignee { id } } }',
    { id: nada.things.thread },
  );
  expect(thread).toEqual({ messageCount: 3, state: 'OPEN', version: 1, assignee: null });
  const { space } = await agent.get(
    'query ($id: ID!) { space(id: $id) { members { role person { name active } } } }',
    { id: nada.company.spaceId },
  );
  expect(
    space.members
      .map(({ role, person }: { role: string; person: { name: string } }) => `${person.name} ${role}`)
      .sort(),
  ).toEqual(['강도윤 MEMBER', '나다물류 담당 MEMBER', '나다물류 독자 READER', '나다물류 주인 OWNER'].sort());
});

describe('node(id)', () => {
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
  const WORDS = [
    'company',
    'person',
    'space',
    'thread',
    'message',
    'note',
    'vocitem',
    'tag',
    'area',
    'change',
    'mail',
    'session',
    '',
  ];

  it('is null for every id of one’s own under another type, and for the bare uuid', async () => {
    const own = ['company', 'person', 'space', 'thread', 'message'].map((word) =>
      String(hanbit.things[word]),
    );
    for (const id of own) {
      const [type, hex = ''] = id.split('_');
      const swapped = WORDS.filter((word) => word !== type).map((word) => `${word}_${hex}`);
      for (const wrong of [
        ...swapped,
        hex,
        uuidOf(id),
        `${type}_${uuidOf(id)}`,
        id.toUpperCase(),
        `${id} `,
        ` ${id}`,
        id.slice(0, -1),
        `${id}0`,
      ]) {
        expect([wrong, (await hanbit.owner.ask(NODE, { id: wrong })).text]).toEqual([
          wrong,
          '{"data":{"node":null}}\n',
        ]);
      }
    }
  });

  it.each([
    '',
    '_',
    'thread',
    'thread_',
    '_'.repeat(40),
    '__proto___'.padEnd(42, '0'),
    'constructor_'.padEnd(44, '0'),
    '%',
    "' or 1=1 --",
    '💥',
    'x'.repeat(5_000),
  ])('is null for the garbage %j', async (id) => {
    expect((await hanbit.owner.ask(NODE, { id })).text).toBe('{"data":{"node":null}}\n');
  });
});

describe('a person of two companies', () => {
  const SEEN = `query { me { company { name } } companies { edges { node { id } } } people(first: 100, staff: false) { edges { node { id } } }
    threads(first: 100) { edges { node { id } } } }`;

  it('sees each apart, named by its handle', async () => {
    const both = await world.contact(hanbit.company, '두 회사 사람');
    const alsoNada = await world.alsoContact(both, nada.company);
    for (const [somebody, here, there] of [
      [both, hanbit, nada],
      [alsoNada, nada, hanbit],
    ] as const) {
      const answer = await somebody.ask(SEEN);
      expect(answer.text).toContain(String(here.things.thread));
      for (const uuid of there.uuids) expect(answer.text).not.toContain(uuid);
    }
    expect(
      codes(await both.ask('query ($id: ID!) { thread(id: $id) { id } }', { id: nada.things.thread })),
    ).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['another company', () => nada.company.handle],
    ['no company', () => 'no-such-company'],
    ['SQL', () => "' or true --"],
    ['a pattern', () => '%'],
  ])('gets no rights by naming %s in the header', async (_what, handle) => {
    const minji = world.withToken(hanbit.member.token ?? '', handle());
    const answer = await minji.ask(SEEN);
    for (const uuid of [...nada.uuids, ...hanbit.uuids]) expect(answer.text).not.toContain(uuid);
    expect(
      codes(await minji.ask('query ($id: ID!) { thread(id: $id) { id } }', { id: nada.things.thread })),
    ).not.toEqual([]);
    expect(codes(await minji.ask('{ threads { edges { node { id } } } }'))).toEqual(['UNAUTHENTICATED']);
  });

  it('loses one company without the other', async () => {
    const both = await world.contact(hanbit.company, '한쪽을 떠나는 사람');
    const alsoNada = await world.alsoContact(both, nada.company);
    await nada.owner.do('removeContact', { companyId: nada.company.id, personId: both.id }, 'done');
    expect(codes(await alsoNada.ask('{ threads { edges { node { id } } } }'))).toEqual(['UNAUTHENTICATED']);
    expect((await both.ask('{ threads { edges { node { id } } } }')).text).toContain(
      String(hanbit.things.thread),
    );
  });
});

describe('a reader against the owner of their space', () => {
  const TRIED: [string, () => object, string][] = [
    ['postMessage', () => ({ threadId: hanbit.things.thread, body: '저도요' }), 'thread { id }'],
    ['openThread', () => ({ spaceId: hanbit.company.spaceId, body: '저도요' }), 'thread { id }'],
    ['resolveThread', () => ({ threadId: hanbit.things.thread }), 'thread { id }'],
    ['reopenThread', () => ({ threadId: hanbit.things.thread }), 'thread { id }'],
    ['renameThread', () => ({ threadId: hanbit.things.thread, version: 1, title: '내 것' }), 'thread { id }'],
    ['editMessage', () => ({ messageId: hanbit.things.message, version: 1, body: '바꿈' }), 'thread { id }'],
    ['deleteMessage', () => ({ messageId: hanbit.things.message, version: 1 }), 'thread { id }'],
    [
      'changeMemberRole',
      () => ({ spaceId: hanbit.company.spaceId, personId: hanbit.reader.id, role: 'OWNER' }),
      'space { id }',
    ],
    [
      'changeMemberRole',
      () => ({ spaceId: hanbit.company.spaceId, personId: hanbit.owner.id, role: 'READER' }),
      'space { id }',
    ],
    ['removeContact', () => ({ companyId: hanbit.company.id, personId: hanbit.owner.id }), 'done'],
    [
      'inviteContacts',
      () => ({ companyId: hanbit.company.id, people: [{ email: 'more@reader.example' }], role: 'OWNER' }),
      'done',
    ],
  ];

  it.each(TRIED)('is denied %s', async (name, input, fields) => {
    expect(await hanbit.reader.refused(name, input(), fields)).toMatchObject({ code: 'DENIED' });
  });

  it('does not see who was invited', async () => {
    const answer = await hanbit.reader.ask(
      'query ($id: ID!) { node(id: $id) { ... on Company { invitations { email } } } }',
      { id: hanbit.company.id },
    );
    expect(codes(answer)).toEqual(['DENIED']);
  });

  it('is not denied by a resolved thread being resolved already: that is no right either', async () => {
    const { thread } = await hanbit.owner.do(
      'openThread',
      { spaceId: hanbit.company.spaceId, body: '끝난 일' },
      'thread { id }',
    );
    await hanbit.owner.do('resolveThread', { threadId: thread.id }, 'thread { id }');
    expect(
      await hanbit.reader.refused('resolveThread', { threadId: thread.id }, 'thread { id }'),
    ).toMatchObject({ code: 'DENIED' });
  });
});

describe('somebody of another space', () => {
  it('cannot be made member of one’s own space', async () => {
    const input = { spaceId: hanbit.company.spaceId, personId: nada.member.id, role: 'OWNER' };
    expect(await hanbit.owner.refused('changeMemberRole', input, 'space { id }')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await agent.refused('changeMemberRole', input, 'space { id }')).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each(['a contact', 'a planner', 'somebody deactivated'])('%s cannot be given a thread', async (who) => {
    const planner = await world.staff('PLANNER');
    const gone = await world.staff('AGENT');
    await world.app
      .get(Database)
      .transact(system, (tx) =>
        tx.sql(sql`update hotline.person set deactivated_at = ${tx.at} where id = ${gone.uuid}`),
      );
    const assignee = { 'a contact': hanbit.member, 'a planner': planner, 'somebody deactivated': gone }[who];
    expect(
      await agent.refused(
        'assignThread',
        { threadId: nada.things.thread, assigneeId: assignee?.id },
        'thread { id }',
      ),
    ).toMatchObject({
      code: 'INVALID',
      field: 'assigneeId',
    });
  });

  it('is invited without a word about whether the address is known', async () => {
    const invite = (email: string) =>
      hanbit.owner.ask('mutation ($input: InviteContactsInput!) { inviteContacts(input: $input) { done } }', {
        input: { companyId: hanbit.company.id, people: [{ email }] },
      });
    const [known, staff, unknown] = [
      await invite(nada.member.email),
      await invite(agent.email),
      await invite('unknown@nowhere.example'),
    ];
    expect(known.text).toBe(unknown.text);
    expect(staff.text).toBe(unknown.text);
    // Invited, not joined: nothing of theirs is seen before they accept.
    const { people } = await hanbit.owner.get(
      '{ people(first: 100, staff: false) { edges { node { email } } } }',
    );
    expect(people.edges.map(({ node }: { node: { email: string } }) => node.email)).not.toContain(
      nada.member.email,
    );
  });

  it('an invitation to one company opens no other and no staff role', async () => {
    const url = await world.app.get(Database).transact(system, (tx) =>
      world.app.get(SignInService).invitationUrl(tx, {
        email: 'new@guest.example',
        name: null,
        companyId: hanbit.company.uuid,
        asRole: 'READER',
        invitedBy: hanbit.owner.uuid,
      }),
    );
    const token = url.split('#')[1] ?? '';
    const answer = await world
      .stranger()
      .ask('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { token } }', {
        input: { token, name: '새 손님' },
      });
    expect(answer.errors).toBeUndefined();
    const { people } = await agent.get(
      'query ($search: String) { people(search: $search) { edges { node { name side staffRole } } } }',
      { search: 'new@guest.example' },
    );
    expect(people.edges).toEqual([{ node: { name: '새 손님', side: 'CONTACT', staffRole: null } }]);
  });
});
