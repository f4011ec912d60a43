// A word that only staff may know – in a note, a tag, a priority, an area, a reason – is looked for in all that a contact receives.
import { isInputObjectType } from 'graphql';
import { operations, schema, variablesOf } from '../world/operations.js';
import type { Uploaded } from '../world/as.js';
import { type Company, type Person, World } from '../world/world.js';
import { countedItem } from './stage.js';
import { Listener } from './wire.js';

const CANARY = 'kanarienvogel';
const ROLES = ['owner', 'member', 'reader'] as const;

let world: World;
let company: Company;
let agent: Person;
let lead: Person;
let people: Record<(typeof ROLES)[number], Person>;
let quiet: string;
let noted: string;
let things: Record<string, string | number>;
let before: Record<string, string>;
let onNote: Uploaded;
let unsent: Uploaded;

/** Lists, counts and orders as a contact sees them. */
const OVERVIEW = `query ($space: ID!) {
  threads(first: 50) { edges { node { id number unread messageCount lastMessageAt unansweredSince state version title heading } } }
  mine: threads(queue: MINE) { edges { node { id } } }
  unread: threads(queue: UNREAD) { edges { node { id unread } } }
  waiting: threads(order: LONGEST_WAITING) { edges { node { id } } }
  space(id: $space) { members { person { name } role side } threads(first: 50) { edges { node { id timeline(first: 50) { edges { node { __typename } } pageInfo { hasNextPage } } } } } } }`;

const overview = async (somebody: Person): Promise<string> =>
  (await somebody.ask(OVERVIEW, { space: company.spaceId })).text;

beforeAll(async () => {
  world = await World.open();
  company = await world.company('한빛전자');
  agent = await world.staff('AGENT', '강도윤');
  lead = await world.staff('LEAD', '이서연');
  people = {
    owner: await world.contact(company, '김민지'),
    member: await world.contact(company, '박준호'),
    reader: await world.contact(company, '정하나', 'READER'),
  };
  const open = async (body: string): Promise<{ id: string; number: number }> => {
    const { thread } = await people.owner.do(
      'openThread',
      { spaceId: company.spaceId, body },
      'thread { id number }',
    );
    world.clock.pass(60_000);
    return thread;
  };
  const first = await open('알림이 오지 않아요');
  noted = first.id;
  quiet = (await open('다른 일이에요')).id;
  const { message } = await agent.do(
    'postMessage',
    { threadId: noted, body: '확인해 볼게요' },
    'message { id }',
  );
  await agent.do('postMessage', { threadId: quiet, body: '볼게요' }, 'message { id }');
  before = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await overview(people[role])])),
  );

  world.clock.pass(3_600_000);
  const vocitem = await countedItem(world, noted);
  const { note } = await agent.do(
    'writeNote',
    { threadId: noted, body: `${CANARY}: 계약 해지를 말하네요 @김민지` },
    'note { id }',
  );
  const kept = await agent.upload(company.spaceId, `${CANARY}.log`, Buffer.from(`${CANARY} 안의 말`));
  unsent = await agent.upload(company.spaceId, `${CANARY}-2.log`, Buffer.from(CANARY));
  onNote = kept;
  await agent.do(
    'writeNote',
    { threadId: noted, body: `${CANARY} 기획용`, openToPlanners: true, attachmentIds: [kept.id] },
    'note { id }',
  );
  await lead.do('editNote', { noteId: note.id, version: 1, body: `${CANARY} 고침` }, 'note { id }');
  const { tag } = await agent.do('createTag', { name: `${CANARY}표` }, 'tag { id }');
  await agent.do('setThreadTags', { threadId: noted, tagIds: [tag.id] }, 'thread { id }');
  await agent.do('setThreadPriority', { threadId: noted, priority: 'URGENT' }, 'thread { id }');
  const { productArea } = await lead.do(
    'createProductArea',
    { nameKo: `${CANARY} 영역`, nameEn: `${CANARY} area` },
    'productArea { id }',
  );
  await agent.do(
    'setVocItemArea',
    { itemId: vocitem, version: 1, productAreaId: productArea.id },
    'item { id }',
  );
  await agent.do('withdrawVocItem', { itemId: vocitem, version: 2, reason: 'DUPLICATE' }, 'item { id }');
  await world.jobs();

  const inside = {
    company: company.id,
    space: company.spaceId,
    person: people.member.id,
    handle: company.handle,
    thread: noted,
    message: message.id,
  };
  const staffs = { attachment: kept.id, note: note.id, tag: tag.id, area: productArea.id, vocitem };
  things = { ...inside, ...staffs, number: first.number, search: CANARY, email: people.member.email };
});
afterAll(() => world.close());

/** The canary, what stands for it, and the ids of what carries it. */
function clean(text: string): void {
  for (const word of [CANARY, 'URGENT', 'DUPLICATE']) expect(text).not.toContain(word);
  for (const word of ['attachment', 'note', 'tag', 'area', 'vocitem'])
    expect(text).not.toContain(String(things[word]));
  expect(text).not.toContain('"Note"');
}

describe.each(ROLES)('as %s', (role) => {
  it('lists, counts, members and the order by last activity are what they were before the note', async () => {
    expect(await overview(people[role])).toBe(before[role]);
  });

  it.each(operations(['query']).map((each) => [each.label, each] as const))(
    'query %s gives no byte of it away',
    async (_label, operation) => {
      for (const optional of [() => true, () => false]) {
        const variables = variablesOf(
          operation,
          (word) => things[word],
          (leaf) => leaf.name !== 'after' && optional(),
        );
        clean((await people[role].ask(operation.document, variables)).text);
      }
    },
  );

  it('its file is nothing: by its address, its small picture, or said again by the client', async () => {
    for (const { id, name } of [onNote, unsent]) {
      for (const path of [name, 'thumbnail', 'other.log']) {
        const [theirs, nothing] = await Promise.all(
          [id, world.nobody('attachment')].map((each) => people[role].download(`/files/${each}/${path}`)),
        );
        expect([theirs?.status, theirs?.bytes.toString()]).toEqual([404, nothing?.bytes.toString()]);
        clean(`${JSON.stringify(theirs?.headers)} ${theirs?.bytes}`);
      }
      const input = { threadId: quiet, body: '훔친 것', attachmentIds: [id] };
      const { text } = await people[role].ask(
        'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id attachments { id name } } } }',
        { input },
      );
      clean(text);
      expect(text).toContain('"errors"');
    }
  });

  it.each([CANARY, CANARY.slice(0, 5), `${CANARY}표`, 'URGENT', '계약 해지'])(
    'a search for %s finds nothing, and its absence neither',
    async (search) => {
      const SEARCH = `query ($search: String) { threads(search: $search) { edges { node { id } cursor } pageInfo { hasNextPage endCursor } } }`;
      const [found, never] = [
        await people[role].ask(SEARCH, { search }),
        await people[role].ask(SEARCH, { search: '아무것도없음' }),
      ];
      expect(found.text).toBe(never.text);
    },
  );
});

it.each(ROLES)('no mutation of the %s answers with a byte of it, errors included', async (role) => {
  // What ends the session or one's own rights would make the rest meaningless.
  const skipped = new Set(['signOut', 'signOutEverywhere', 'changeMemberRole', 'removeContact']);
  for (const operation of operations(['mutation']).filter(({ name }) => !skipped.has(name))) {
    // What this story has none of is named all the same: a document that is not even valid proves nothing.
    const variables = variablesOf(operation, (word) => things[word] ?? `${word}_${'0'.repeat(32)}`);
    const { text, status } = await people[role].ask(operation.document, variables);
    // The writer's own words come back.
    if (!['search'].some((word) => operation.leaves.some((leaf) => leaf.word === word))) clean(text);
    expect(status).toBeLessThan(500);
  }
});

describe('live', () => {
  it('nothing at all is told while a note is written, edited, deleted and a thread is triaged', async () => {
    const contacts = await Promise.all(ROLES.map((role) => Listener.begin(world, people[role])));
    const staff = await Listener.begin(world, agent);
    const { note } = await agent.do('writeNote', { threadId: quiet, body: CANARY }, 'note { id }');
    await agent.do('editNote', { noteId: note.id, version: 1, body: `${CANARY} 2` }, 'note { id }');
    const { id } = await agent.upload(company.spaceId, `${CANARY}.txt`, Buffer.from(CANARY));
    await agent.do('writeNote', { threadId: quiet, body: '', attachmentIds: [id] }, 'note { id }');
    await agent.do('deleteNote', { noteId: note.id, version: 2 }, 'note { id }');
    await agent.do('setThreadPriority', { threadId: quiet, priority: 'HIGH' }, 'thread { id }');
    await agent.do('setThreadTags', { threadId: quiet, tagIds: [things.tag] }, 'thread { id }');
    await agent.do('confirmVocItem', { itemId: await countedItem(world, quiet), version: 1 }, 'item { id }');
    // Their order is that of the commits, so whatever was told before has arrived with this.
    await agent.do('postMessage', { threadId: noted, body: '이건 보여요' }, 'message { id }');
    for (const contact of contacts) {
      expect(await contact.settled()).toEqual([
        expect.objectContaining({ kind: 'THREAD', threadId: noted, spaceId: company.spaceId }),
      ]);
      contact.close();
    }
    // Staff were told of each: six of the desk, one of the VOC item, one of the message.
    expect(await staff.settled()).toHaveLength(8);
    staff.close();
  });
});

it('no mail carries it', async () => {
  await world.jobs();
  for (const mail of world.mails.sent) clean(JSON.stringify(mail));
});

it('deleting the thread’s first words or its note leaves no trace for the client', async () => {
  const { note } = await agent.do('writeNote', { threadId: noted, body: CANARY }, 'note { id }');
  await agent.do('deleteNote', { noteId: note.id, version: 1 }, 'note { id }');
  const TIMELINE =
    'query ($id: ID!) { thread(id: $id) { timeline(first: 100) { edges { node { __typename } cursor } } } }';
  const { thread } = await people.owner.get(TIMELINE, { id: noted });
  expect(
    new Set(thread.timeline.edges.map(({ node }: { node: { __typename: string } }) => node.__typename)),
  ).toEqual(new Set(['Message', 'ThreadChange']));
});

it('a page of the timeline is as full for a client as if there were no notes', async () => {
  const PAGE =
    'query ($id: ID!, $after: String) { thread(id: $id) { timeline(first: 2, after: $after) { edges { node { __typename } } pageInfo { hasNextPage endCursor } } } }';
  const sizes: number[] = [];
  let after: string | null = null;
  for (;;) {
    const {
      timeline,
    }: { timeline: { edges: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = (
      await people.owner.get(PAGE, { id: noted, after })
    ).thread;
    sizes.push(timeline.edges.length);
    if (!timeline.pageInfo.hasNextPage) break;
    after = timeline.pageInfo.endCursor;
  }
  expect(sizes.slice(0, -1).every((size) => size === 2)).toBe(true);
});

describe('the schema', () => {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);

  it('has no command that turns a note into something else', () => {
    expect(
      inputs
        .filter((type) => 'noteId' in type.getFields())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['DeleteNoteInput', 'EditNoteInput']);
    const returning = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ type }) => {
      const payload = schema.getType(String(type).replaceAll(/[![\]]/g, ''));
      return payload && 'getFields' in payload && 'note' in payload.getFields();
    });
    expect(returning.map(({ name }) => name).sort()).toEqual(['deleteNote', 'editNote', 'writeNote']);
  });

  it('has no switch that makes an entry internal or public', () => {
    // Kinds of notifications, plans and materials, a plan on the roadmap, quotes of reports and items: none of them an entry.
    const others = [
      'ChooseNotification',
      'CreatePlanningItem',
      'ChangePlanningItem',
      'EditReport',
      'CreateVocItem',
      'WriteCourseMaterial',
    ];
    for (const type of inputs.filter(({ name }) => !others.includes(name.replace(/Input$/, '')))) {
      expect(
        Object.keys(type.getFields()).filter((name) =>
          /^(internal|public|private|visib|quote|kind$)/i.test(name),
        ),
      ).toEqual([]);
    }
  });

  it('does not take a note’s id where it takes a message’s', async () => {
    for (const [name, input] of [
      ['editMessage', { messageId: things.note, version: 1, body: 'x' }],
      ['editMessage', { messageId: String(things.note).replace('note_', 'message_'), version: 1, body: 'x' }],
      ['deleteMessage', { messageId: String(things.note).replace('note_', 'message_'), version: 1 }],
    ] as const) {
      expect(await agent.refused(name, input, 'thread { id }')).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
