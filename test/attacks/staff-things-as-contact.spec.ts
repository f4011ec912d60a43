// A contact tries what only staff may do or know, and a planner what only those who answer may.
import { type Operation, operations, schema, variablesOf } from '../world/operations.js';
import { type Person, World } from '../world/world.js';
import { type Furnished, codes, everything, furnish } from './stage.js';

let world: World;
let agent: Person;
let admin: Person;
let planner: Person;
let hanbit: Furnished;

const SECRET = '직원만';
const ROLES = ['owner', 'member', 'reader'] as const;

/** What contacts have a use for; everything else there is or will be belongs to staff. */
const FOR_CONTACTS = new Set([
  ...[
    'companies',
    'companyByHandle',
    'demoPeople',
    'installation',
    'me',
    'node',
    'notifications',
    'notificationSettings',
    'people',
    'roadmap',
    'space',
    'thread',
    'threadByNumber',
    'threads',
    'unreadNotifications',
  ],
  ...[
    'openThread',
    'postMessage',
    'editMessage',
    'deleteMessage',
    'markThreadRead',
    'renameThread',
    'resolveThread',
    'reopenThread',
  ],
  ...['changeMemberRole', 'inviteContacts', 'removeContact', 'updateProfile'],
  ...[
    'acceptInvitation',
    'makeFirstAdministrator',
    'requestPasswordLink',
    'requestSignInLink',
    'setPassword',
    'signIn',
    'useSignInLink',
  ],
  ...[
    'course',
    'courses',
    'myMissions',
    'newContent',
    'trainingProject',
    'trainingSession',
    'trainingSessions',
  ],
  ...[
    'acceptBoardAnswer',
    'askOnBoard',
    'board',
    'boardFacts',
    'boards',
    'boardTags',
    'boardTextFindings',
    'boardThread',
    'boardThreads',
    'deleteBoardPost',
    'editBoardPost',
    'followBoardThread',
    'followsBoardThread',
    'markBoardPost',
    'myBoardThreads',
    'reportBoardPost',
    'sayOnBoard',
    'similarBoardThreads',
  ],
  ...['keepOffWallOfHonour', 'myCertificates', 'openWallOfHonour', 'verifyCertificate'],
  ...[
    'attendTrainingSession',
    'giveTrainingFeedback',
    'joinTrainingSession',
    'leaveTrainingSession',
    'openTrouble',
    'submitStep',
  ],
  ...['chooseNotification', 'markNotificationsRead', 'showPresence', 'switchMails'],
  ...['endOtherSessions', 'endSession', 'mySessions', 'signOut', 'signOutEverywhere'],
]);

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  const lead = await world.staff('LEAD', '이서연');
  admin = await world.staff('ADMIN', '박관리');
  planner = await world.staff('PLANNER', '최기획');
  hanbit = await furnish(world, '한빛전자', agent, lead, SECRET);
  await agent.do(
    'setThreadPriority',
    { threadId: hanbit.things.thread, priority: 'URGENT' },
    'thread { id }',
  );
});
afterAll(() => world.close());

const own = (operation: Operation) => variablesOf(operation, (word) => hanbit.things[word]);

describe.each(ROLES)('as %s', (role) => {
  it.each(
    operations(['query', 'mutation'])
      .filter(({ name }) => !FOR_CONTACTS.has(name))
      .map((operation): [string, Operation] => [`${operation.kind} ${operation.name}`, operation]),
  )('%s is refused and changes nothing', async (_label, operation) => {
    const before = await everything(world);
    const answer = await hanbit[role].ask(operation.document, own(operation));
    expect(['DENIED', 'NOT_FOUND']).toContain(codes(answer)[0]);
    // A field that may be empty is empty; any other takes the whole answer with it.
    expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(answer.text).not.toContain(SECRET);
    expect(await everything(world)).toEqual(before);
  });

  const THREAD = (field: string) => [`query ($id: ID!) { thread(id: $id) { ${field} } }`, 'thread'] as const;
  const COMPANY = (field: string) =>
    [`query ($id: ID!) { node(id: $id) { ... on Company { ${field} } } }`, 'company'] as const;
  it.each([
    ['Thread.priority', ...THREAD('priority')],
    ['Thread.tags', ...THREAD('tags { name }')],
    ['Thread.vocItem', ...THREAD('vocItem { category quote }')],
    ['Company.employees', ...COMPANY('employees')],
    ['Company.tier', ...COMPANY('tier')],
    ['Company.domains', ...COMPANY('domains')],
    ['Company.createdAt', ...COMPANY('createdAt')],
    ['Company.version', ...COMPANY('version')],
    ['Space.reason', 'query ($id: ID!) { space(id: $id) { reason } }', 'space'],
    [
      'Message.revisions',
      'query ($id: ID!) { node(id: $id) { ... on Message { revisions { body } } } }',
      'message',
    ],
  ])('%s is denied or null', async (_field, query, word) => {
    const answer = await hanbit[role].ask(query, { id: hanbit.things[word] });
    const refused = codes(answer);
    if (refused.length > 0) expect(refused).toEqual(['DENIED']);
    const values = Object.values(answer.data as object).flatMap((each) => Object.values(each as object));
    expect(values).toEqual([null]);
  });

  it('neither address nor role of staff is shown', async () => {
    const { people } = await hanbit[role].get(
      '{ people(first: 100, staff: true) { edges { node { email staffRole side } } } }',
    );
    expect(people.edges.length).toBeGreaterThanOrEqual(4);
    for (const { node } of people.edges)
      expect(node).toEqual({ email: null, staffRole: null, side: 'STAFF' });
    const found = await hanbit[role].get(
      'query ($search: String) { people(search: $search) { edges { node { name } } } }',
      { search: 'provider.example' },
    );
    expect(found.people.edges).toEqual([]);
  });

  it('no ability is shown that is staff’s', async () => {
    const { me } = await hanbit[role].get(
      '{ me { abilities { answer leadTeam manageCompanies manageStaff readOutbox readWeekly reviewVoc } role } }',
    );
    expect(me.role).toBeNull();
    expect(Object.values(me.abilities)).toEqual(Array.from({ length: 7 }, () => false));
    const { thread } = await hanbit[role].get(
      'query ($id: ID!) { thread(id: $id) { abilities { assign note triage } } }',
      { id: hanbit.things.thread },
    );
    expect(thread.abilities).toEqual({ assign: false, note: false, triage: false });
  });
});

it('a contact’s word about what happens afterwards is not heard', async () => {
  const { thread } = await hanbit.owner.do(
    'postMessage',
    { threadId: hanbit.things.thread, body: '끝내 주세요', afterwards: 'RESOLVE' },
    'thread { state }',
  );
  expect(thread.state).toBe('OPEN');
});

it('the filter by tag is staff’s', async () => {
  for (const list of [
    'threads(tagId: $id) { edges { node { id } } }',
    'me { company { space { threads(tagId: $id) { edges { node { id } } } } } }',
  ]) {
    expect(codes(await hanbit.owner.ask(`query ($id: ID) { ${list} }`, { id: hanbit.things.tag }))).toEqual([
      'DENIED',
    ]);
  }
});

describe('mass assignment', () => {
  const FORBIDDEN = [
    'role',
    'staffRole',
    'spaceId',
    'companyId',
    'authorId',
    'internal',
    'side',
    'state',
    'priority',
    'createdAt',
    'constructor',
  ];
  const TRIED = operations(['mutation'])
    .filter(({ leaves }) => leaves.length > 0)
    .flatMap((operation) =>
      places(operation).map((place): [string, Operation, string[]] => [
        `${operation.name} ${place.join('.')}`,
        operation,
        place,
      ]),
    );

  /** The input itself and the objects in it. */
  function places({ leaves }: Operation): string[][] {
    return [...new Set(leaves.map(({ path }) => path.slice(0, -1).join('.')))].map((path) => path.split('.'));
  }

  const fieldsAt = ({ leaves }: Operation, place: string[]): string[] =>
    leaves.filter(({ path }) => path.slice(0, -1).join('.') === place.join('.')).map(({ name }) => name);

  it.each(TRIED)(
    'of %s: every foreign field is INVALID and changes nothing',
    async (_label, operation, place) => {
      const before = await everything(world);
      const foreign = FORBIDDEN.filter((each) => !fieldsAt(operation, place).includes(each));
      for (const somebody of [hanbit.member, admin]) {
        const variables = own(operation);
        const target = place.reduce(
          (at, step) => (at as Record<string, object>)[step] as object,
          variables as object,
        );
        Object.assign(target, Object.fromEntries(foreign.map((field) => [field, 'x'])));
        const answer = await somebody.ask(operation.brief, variables);
        expect(codes(answer)).toEqual(foreign.map(() => 'INVALID'));
        for (const field of foreign) expect(answer.text).toContain(`\\"${field}\\" is not defined`);
        expect(answer.data).toBeUndefined();
      }
      expect(await everything(world)).toEqual(before);
    },
  );
});

describe('a planner', () => {
  const TIMELINE = `query ($id: ID!) { thread(id: $id) { priority tags { name } vocItem { category }
    timeline(first: 50) { edges { node { __typename ... on Note { body } ... on Message { body } } } } } }`;

  it('reads a client’s thread with what it counts as, but neither priority nor tags', async () => {
    const answer = await planner.ask(TIMELINE, { id: hanbit.things.thread });
    expect(answer.data.thread.vocItem).toEqual({ category: expect.any(String) });
    expect(answer.data.thread.priority).toBeNull();
    expect(answer.data.thread.tags).toBeNull();
    expect(new Set(codes(answer))).toEqual(new Set(['DENIED']));
  });

  it.each([
    ['postMessage', () => ({ threadId: hanbit.things.thread, body: '제가 답할게요' }), 'thread { id }'],
    ['openThread', () => ({ spaceId: hanbit.company.spaceId, body: '안녕하세요' }), 'thread { id }'],
    ['assignThread', () => ({ threadId: hanbit.things.thread, assigneeId: null }), 'thread { id }'],
    ['resolveThread', () => ({ threadId: hanbit.things.thread }), 'thread { id }'],
    ['reopenThread', () => ({ threadId: hanbit.things.thread }), 'thread { id }'],
    ['renameThread', () => ({ threadId: hanbit.things.thread, version: 1, title: '이름' }), 'thread { id }'],
    ['writeNote', () => ({ threadId: hanbit.things.thread, body: '메모' }), 'thread { id }'],
    ['editNote', () => ({ noteId: hanbit.things.note, version: 1, body: '메모' }), 'thread { id }'],
    ['deleteNote', () => ({ noteId: hanbit.things.note, version: 1 }), 'thread { id }'],
    ['setThreadPriority', () => ({ threadId: hanbit.things.thread, priority: 'LOW' }), 'thread { id }'],
    ['setThreadTags', () => ({ threadId: hanbit.things.thread, tagIds: [] }), 'thread { id }'],
    ['changeThreads', () => ({ threadIds: [hanbit.things.thread], resolve: true }), 'threads { id }'],
    ['createTag', () => ({ name: '기획' }), 'tag { id }'],
    ['confirmVocItem', () => ({ itemId: hanbit.things.vocitem, version: 2 }), 'item { id }'],
    [
      'correctVocItem',
      () => ({ itemId: hanbit.things.vocitem, version: 2, category: 'DEFECT' }),
      'item { id }',
    ],
    ['withdrawVocItem', () => ({ itemId: hanbit.things.vocitem, version: 2 }), 'item { id }'],
    ['createCompany', () => ({ name: '새 회사', employees: 10 }), 'company { id }'],
    ['inviteContacts', () => ({ companyId: hanbit.company.id, people: [{ email: 'a@b.example' }] }), 'done'],
    ['inviteStaff', () => ({ role: 'ADMIN', people: [{ email: 'a@b.example' }] }), 'done'],
    ['changeStaffRole', () => ({ personId: agent.id, role: 'PLANNER' }), 'person { id }'],
    ['deactivatePerson', () => ({ personId: agent.id }), 'person { id }'],
    [
      'changeMemberRole',
      () => ({ spaceId: hanbit.company.spaceId, personId: hanbit.member.id, role: 'OWNER' }),
      'space { id }',
    ],
  ])('is denied %s', async (name, input, fields) => {
    expect(await planner.refused(name, (input as () => object)(), fields)).toMatchObject({
      code: 'DENIED',
    });
  });

  it('sees a note only where its writer opened it', async () => {
    expect((await planner.ask(TIMELINE, { id: hanbit.things.thread })).text).not.toContain(SECRET);
    const open = await agent.do(
      'writeNote',
      { threadId: hanbit.things.thread, body: '기획도 보세요', openToPlanners: true },
      'note { id version }',
    );
    const NODE = 'query ($id: ID!) { node(id: $id) { ... on Note { body } } }';
    expect((await planner.get(NODE, { id: open.note.id })).node).toEqual({ body: '기획도 보세요' });
    expect((await planner.get(NODE, { id: hanbit.things.note })).node).toBeNull();
    const { thread } = (await planner.ask(TIMELINE, { id: hanbit.things.thread })).data;
    const notes = thread.timeline.edges.filter(
      ({ node }: { node: { __typename: string } }) => node.__typename === 'Note',
    );
    expect(notes).toEqual([{ node: { __typename: 'Note', body: '기획도 보세요' } }]);
    await agent.do(
      'editNote',
      { noteId: open.note.id, version: 1, body: '이제 아니에요', openToPlanners: false },
      'note { id }',
    );
    expect((await planner.get(NODE, { id: open.note.id })).node).toBeNull();
  });

  it('does not see a thread that staff began', async () => {
    const { thread } = await agent.do(
      'openThread',
      { spaceId: hanbit.company.spaceId, body: '점검 안내' },
      'thread { id number }',
    );
    expect(
      codes(await planner.ask('query ($id: ID!) { thread(id: $id) { id } }', { id: thread.id })),
    ).toEqual(['NOT_FOUND']);
    expect(
      (
        await planner.get('query ($number: Int!) { threadByNumber(number: $number) { id } }', {
          number: thread.number,
        })
      ).threadByNumber,
    ).toBeNull();
  });
});

it('the list of what contacts may do names only operations that are there', () => {
  const there = new Set<string>();
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const name of Object.keys(type?.getFields() ?? {})) there.add(name);
  expect([...FOR_CONTACTS].filter((name) => !there.has(name))).toEqual([]);
});
