// Writes docs/who-may-what.md by asking every operation as everybody. Stale file: run this with UPDATE=1.
import { hash } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { newToken, digest } from '../src/identity/secrets.js';
import { mailOffToken } from '../src/notifications/mail-off.js';
import { SignInService } from '../src/identity/index.js';
import { system } from '../src/platform/actor.js';
import { Database, sql } from '../src/platform/database/index.js';
import {
  countedItem,
  drawnTask,
  furnish,
  type Furnished,
  otherSession,
  practised,
  uploadedHistory,
  uuidOf,
  taught,
  type Things,
} from './attacks/stage.js';
import { Wire } from './attacks/wire.js';
import type { Somebody } from './world/as.js';
import { type Operation, operations, variablesOf } from './world/operations.js';
import { type Person, World } from './world/world.js';

const FILE = new URL('../docs/who-may-what.md', import.meta.url);
const ROLES = [
  'stranger',
  'guest',
  'OWNER',
  'MEMBER',
  'READER',
  'AGENT',
  'LEAD',
  'PLANNER',
  'ADMIN',
] as const;
type Role = (typeof ROLES)[number];

/** Closed to everybody here: there is no demonstration, and there is an administrator. */
const CLOSED = new Set(['signInAsDemo', 'makeFirstAdministrator']);

const PASSWORD = 'long enough 1234';

let world: World;
let hanbit: Furnished;
let agent: Person;
let lead: Person;
let admin: Person;
let guest: Person;
let people: Record<Role, Person | null>;
let count = 0;
/** A report each, and no week has two. */
let weeks = 0;

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  lead = await world.staff('LEAD', '이서연');
  admin = await world.staff('ADMIN', '박관리');
  hanbit = await furnish(world, '한빛전자', agent, lead);
  hanbit.things.othercompany = (await world.company('합칠 회사')).id;
  guest = await world.contact(hanbit.company, '떠난 사람');
  await hanbit.owner.do('removeContact', { companyId: hanbit.company.id, personId: guest.id }, 'done');
  people = {
    stranger: null,
    guest,
    OWNER: await world.contact(hanbit.company, '묻는 주인', 'OWNER'),
    MEMBER: await world.contact(hanbit.company, '묻는 담당'),
    READER: await world.contact(hanbit.company, '묻는 독자', 'READER'),
    AGENT: await world.staff('AGENT', '묻는 직원'),
    LEAD: await world.staff('LEAD', '묻는 팀장'),
    PLANNER: await world.staff('PLANNER', '묻는 기획'),
    ADMIN: await world.staff('ADMIN', '묻는 관리자'),
  };
}, 90_000);
afterAll(() => world.close());

/** A session of its own for every operation: some of them end it. */
async function as(role: Role): Promise<Somebody> {
  const person = people[role];
  return person ? world.signedIn(person.uuid, person.email, person.company) : world.stranger();
}

const openThread = async (): Promise<string> =>
  (
    await hanbit.owner.do(
      'openThread',
      { spaceId: hanbit.company.spaceId, body: `질문 ${++count}` },
      'thread { id }',
    )
  ).thread.id;

/** What contacts do themselves. */
const OWN_TRAINING = new Set([
  'joinTrainingSession',
  'leaveTrainingSession',
  'attendTrainingSession',
  'giveTrainingFeedback',
]);

let lastTaught: { asked: string; things: Things } | null = null;

/** A course and a session that the command can be done to; all that one command names belongs together. */
async function freshTaught(name: string, role: Role): Promise<Things> {
  const contacts = ['OWNER', 'MEMBER', 'READER'].includes(role) && OWN_TRAINING.has(name);
  // Whoever may not do it leaves everything as it is.
  if (!contacts && !['AGENT', 'LEAD', 'ADMIN'].includes(role)) return hanbit.things;
  if (OWN_TRAINING.has(name) && !contacts) return hanbit.things;
  const asked = `${name} ${role}`;
  if (lastTaught?.asked === asked) return lastTaught.things;
  const things = await taught(world, hanbit.company, hanbit.member, agent, `과정 ${++count}`);
  lastTaught = { asked, things };
  const input = { trainingSessionId: things.trainingsession };
  const contact = contacts ? await as(role) : null;
  if (contact && ['leaveTrainingSession', 'giveTrainingFeedback'].includes(name))
    await contact.do('joinTrainingSession', input, 'trainingSession { id }');
  const held = [
    'endTrainingSession',
    'markTrainingAttendance',
    'attendTrainingSession',
    'giveTrainingFeedback',
  ];
  if (held.includes(name)) await agent.do('holdTrainingSession', input, 'trainingSession { id }');
  if (contact && name === 'giveTrainingFeedback')
    await contact.do('attendTrainingSession', { ...input, code: '123456' }, 'trainingSession { id }');
  if (name === 'startCourseDraft' || name === 'announceCourse')
    await agent.do('publishCourse', { courseVersionId: things.courseversion, version: 1 }, 'course { id }');
  return things;
}

/** A step that the asker can show, or something that was shown and waits for a review. */
async function freshMission(word: string, name: string, role: Role): Promise<unknown> {
  const shows = ['openTrouble', 'submitStep'].includes(name) && ['OWNER', 'MEMBER', 'READER'].includes(role);
  const reviews = name === 'reviewSubmission' && ['AGENT', 'LEAD', 'ADMIN'].includes(role);
  if (!shows && !reviews) return hanbit.things[word];
  // Signed in anew: they may have been asked to sign out.
  const { id, uuid, email, company } = (shows && people[role]) || hanbit.member;
  const who = Object.assign(await world.signedIn(uuid, email, company), { id, uuid, email });
  const secret = `미션 ${++count}`;
  return (await practised(world, hanbit.company, who, agent, hanbit.things, secret, reviews))[word];
}

/** A thing that the command can be done to now, the asker's own where they can have one. */
async function fresh(word: string, { name, kind }: Operation, role: Role): Promise<unknown> {
  switch (word) {
    case 'thread': {
      const threadId = await openThread();
      if (name === 'reopenThread') await hanbit.owner.do('resolveThread', { threadId }, 'thread { id }');
      return threadId;
    }
    case 'message': {
      // What a client says later in a thread.
      if (name === 'splitMessage') {
        const said = { threadId: await openThread(), body: '말' };
        return (await hanbit.owner.do('postMessage', said, 'message { id }')).message.id;
      }
      const writer = ['OWNER', 'MEMBER', 'AGENT', 'LEAD', 'ADMIN'].includes(role) ? await as(role) : agent;
      return (await writer.do('postMessage', { threadId: await openThread(), body: '말' }, 'message { id }'))
        .message.id;
    }
    case 'note': {
      const writer = ['AGENT', 'LEAD', 'ADMIN'].includes(role) ? await as(role) : agent;
      return (await writer.do('writeNote', { threadId: await openThread(), body: '메모' }, 'note { id }'))
        .note.id;
    }
    case 'vocitem': {
      const itemId = await countedItem(world, await openThread());
      if (name === 'restoreVocItem') await agent.do('withdrawVocItem', { itemId, version: 1 }, 'item { id }');
      return itemId;
    }
    case 'secondlook': {
      const itemId = await countedItem(world, await openThread());
      await agent.do('confirmVocItem', { itemId, version: 1 }, 'item { id }');
      return drawnTask(world, itemId);
    }
    case 'deskchange': {
      const writer = ['AGENT', 'LEAD', 'ADMIN'].includes(role) ? await as(role) : agent;
      const change = { threadIds: [await openThread()], resolve: true };
      return (await writer.do('changeThreads', change, 'changeId')).changeId;
    }
    case 'need':
    case 'otherneed':
      return freshNeed();
    case 'needmerge': {
      const pair = { keepNeedId: await freshNeed(), duplicateNeedId: await freshNeed() };
      const { need } = await agent.do('mergeNeeds', pair, 'need { changes { needMergeId } }');
      return need.changes[0].needMergeId;
    }
    case 'course':
    case 'courseversion':
    case 'coursematerial':
    case 'coursemission':
    case 'coursestep':
    case 'coursefile':
    case 'trainingsession':
    case 'trainingparticipant':
      return kind === 'mutation' ? (await freshTaught(name, role))[word] : hanbit.things[word];
    case 'certificate':
      return kind === 'mutation' ? freshCertificate(name) : hanbit.things[word];
    case 'board':
      return ['changeBoard', 'closeBoard'].includes(name) ? freshBoard() : hanbit.things.board;
    case 'boardpost':
      return kind === 'mutation' ? freshPost(name, role) : hanbit.things.boardpost;
    case 'boarddecision':
      return freshBan();
    case 'missionstep':
    case 'missionsubmission':
    case 'missionfile':
      return kind === 'mutation' ? freshMission(word, name, role) : hanbit.things[word];
    case 'person':
      if (name === 'planTrainingSession' || name === 'changeTrainingSession') return agent.id;
      if (name === 'createVocItem' || name === 'inviteToTraining') return hanbit.member.id;
      return freshPerson(name);
    case 'otherperson':
      return freshPerson(name);
    case 'session':
      return otherSession(world, people[role] ?? hanbit.member);
    case 'reply': {
      const reply = { name: `답변 ${++count}`, body: '말', locale: 'ko' };
      const writer = role === 'AGENT' ? await as(role) : agent;
      const { replies } = await writer.do('createReply', reply, 'replies { id name }');
      return replies.find((each: { name: string }) => each.name === reply.name).id;
    }
    case 'calendar': {
      const input = { name: `달력 ${++count}`, week: [] };
      return (await lead.do('createCalendar', input, 'calendar { id }')).calendar.id;
    }
    case 'report': {
      const week = `2025-W${String(++weeks).padStart(2, '0')}`;
      return (await lead.do('draftReport', { week }, 'report { id }')).report.id;
    }
    case 'import':
      return freshImport(name);
    case 'planningitem':
      return (await freshPlan()).id;
    case 'worklink': {
      const input = { planningItemId: (await freshPlan()).id, url: 'https://jira.example/browse/P-8' };
      const { planningItem } = await lead.do('addWorkLink', input, 'planningItem { links { id } }');
      return planningItem.links[0].id;
    }
    case 'othercompany':
      return (await world.company(`같은 회사 ${++count}`)).id;
    case 'merge':
      return freshMerge();
    case 'company':
      return name === 'openSpace'
        ? (await lead.do('createCompany', { name: `작은 회사 ${++count}`, employees: 5 }, 'company { id }'))
            .company.id
        : hanbit.company.id;
    case 'email':
      if (name === 'signIn') return withPassword();
      return name.startsWith('request') ? hanbit.member.email : `new${++count}@hanbit.example`;
    case 'token':
      return link(name);
    default:
      return hanbit.things[word];
  }
}

/** The one there is, valid or withdrawn, as the command needs it. */
async function freshCertificate(name: string): Promise<unknown> {
  const by = name === 'restoreCertificate' ? hanbit.member.uuid : null;
  await world.rows(sql`update hotline.certificate set withdrawn_by = ${by}::uuid,
      withdrawn_at = case when ${by}::uuid is not null then issued_at end,
      withdrawn_reason = case when ${by}::uuid is not null then '잘못 줬어요' end
    where id = ${uuidOf(String(hanbit.things.certificate))} returning id`);
  return hanbit.things.certificate;
}

async function certificateToken(): Promise<string | undefined> {
  const [row] = await world.rows<{ token: string }>(
    sql`select token from hotline.certificate where id = ${uuidOf(String(hanbit.things.certificate))}`,
  );
  return row?.token;
}

async function freshBoard(): Promise<string> {
  const input = { name: `판 ${++count}`, anonymous: false, audience: { companyIds: [hanbit.company.id] } };
  return (await lead.do('openBoard', input, 'board { id }')).board.id;
}

const sayOnBoard = async (who: Somebody, threadId: unknown): Promise<string> =>
  (await who.do('sayOnBoard', { id: randomUUID(), threadId, body: '말' }, 'post { id }')).post.id;

/** A post that the command can be done to: the asker's own, an answer to the asker's question, or somebody else's. */
async function freshPost(name: string, role: Role): Promise<string> {
  const thread = hanbit.things.boardthread;
  const own = ['OWNER', 'MEMBER', 'AGENT', 'LEAD', 'ADMIN'].includes(role);
  if (['editBoardPost', 'deleteBoardPost'].includes(name) && own) return sayOnBoard(await as(role), thread);
  if (name === 'acceptBoardAnswer' && ['OWNER', 'MEMBER'].includes(role)) {
    const input = { id: randomUUID(), boardId: hanbit.things.board, title: `고민 ${++count}`, body: '말' };
    const asked = await (await as(role)).do('askOnBoard', input, 'thread { id }');
    return sayOnBoard(hanbit.owner, asked.thread.id);
  }
  // Whoever is banned for it has nothing else to say here.
  const writer = name === 'banBoardAuthor' ? await world.contact(hanbit.company) : hanbit.owner;
  const postId = await sayOnBoard(writer, thread);
  if (name === 'restoreBoardPost') await agent.do('hideBoardPost', { postId, reason: '광고' }, 'post { id }');
  if (name === 'dismissBoardReports')
    await hanbit.member.do('reportBoardPost', { id: randomUUID(), postId, reason: 'RUDE' }, 'post { id }');
  return postId;
}

async function freshBan(): Promise<string> {
  const postId = await freshPost('banBoardAuthor', 'stranger');
  await agent.do('banBoardAuthor', { postId, reason: '광고' }, 'post { id }');
  const { board } = await agent.get(
    'query ($id: ID!) { board(boardId: $id) { decisions(first: 1) { edges { node { id } } } } }',
    { id: hanbit.things.board },
  );
  return board.decisions.edges[0].node.id;
}

async function freshPerson(name: string): Promise<string> {
  if (['assignThread', 'changeThreads', 'signInAsDemo'].includes(name)) return agent.id;
  if (name === 'changeStaffRole') return (await world.staff('AGENT', `새 직원 ${++count}`)).id;
  const contact = await world.contact(hanbit.company, `새 담당 ${++count}`);
  if (name === 'reactivatePerson')
    await admin.do('deactivatePerson', { personId: contact.id }, 'person { id }');
  return contact.id;
}

async function freshPlan(): Promise<{ id: string }> {
  const input = { title: `기획 ${++count}`, kind: 'QUICK_FIX', needIds: [], reason: '살펴봐요' };
  return (await lead.do('createPlanningItem', input, 'planningItem { id }')).planningItem;
}

async function freshNeed(): Promise<string> {
  return (await agent.do('createNeed', { title: `요구 ${++count}`, itemIds: [] }, 'need { id }')).need.id;
}

async function freshMerge(): Promise<string> {
  const input = {
    keepCompanyId: (await world.company(`회사 ${++count}`)).id,
    duplicateCompanyId: (await world.company(`회사 ${++count}`)).id,
  };
  return (await admin.do('mergeCompanies', input, 'merge { id }')).merge.id;
}

/** A file in the state in which this can be done to it. */
async function freshImport(name: string): Promise<string> {
  const importId = await uploadedHistory(world, `파일 ${++count}`);
  const steps: Record<string, string[]> = {
    runImport: ['checkImport', 'jobs'],
    stopImport: ['checkImport'],
    undoImport: ['checkImport', 'jobs', 'runImport', 'jobs'],
  };
  for (const step of steps[name] ?? []) {
    if (step === 'jobs') await world.jobs();
    else await admin.do(step, { importId }, 'import { state }');
  }
  return importId;
}

async function withPassword(): Promise<string> {
  const hashed = await hash(PASSWORD, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await world.app
    .get(Database)
    .transact(system, (tx) => world.app.get(SignInService).storePassword(tx, hanbit.member.uuid, hashed));
  return hanbit.member.email;
}

const PURPOSES: Record<string, string> = {
  useSignInLink: 'SIGN_IN',
  setPassword: 'PASSWORD',
  acceptInvitation: 'INVITATION',
  makeFirstAdministrator: 'FIRST_ADMIN',
};

/** A one-time link that nobody has used yet. */
async function link(name: string): Promise<string> {
  if (name === 'switchMails') {
    const [place] = await world.rows<{ cursor_key: string }>(
      sql`select cursor_key from hotline.installation`,
    );
    return mailOffToken(place?.cursor_key ?? '', hanbit.member.uuid);
  }
  const token = newToken();
  const contact = await world.contact(hanbit.company, `새 담당 ${++count}`);
  await world.app.get(Database).transact(system, (tx) =>
    tx.sql(sql`insert into hotline.mail_link (token_hash, purpose, person_id, email, company_id, as_role, created_at, expires_at)
      values (${digest(token)}, ${PURPOSES[name]}, ${contact.uuid}, ${contact.email}, ${hanbit.company.uuid}, 'MEMBER', ${tx.at}, ${new Date(tx.at.getTime() + 60_000)})`),
  );
  return token;
}

/** What must be new each time, or be the version of now. */
async function plain({ name }: Operation, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (name === 'planTrainingSession' || name === 'changeTrainingSession')
    return { ...input, place: '3층 교육장' };
  if (name === 'writeCourseMaterial')
    return { ...input, kind: 'MARKDOWN', texts: [{ locale: 'ko', title: '요점', body: '하나' }] };
  if (name === 'createCompany') return { ...input, name: `새 회사 ${++count}` };
  if (name === 'createProductArea' || name === 'changeProductArea')
    return { ...input, nameKo: `영역 ${++count}`, nameEn: `Area ${count}` };
  if (name === 'createCalendar' || name === 'changeCalendar') return { ...input, name: `달력 ${++count}` };
  if (name === 'erasePerson') {
    const [row] = await world.rows<{ email: string }>(
      sql`select email from hotline.person where id = ${uuidOf(String(input.personId))}`,
    );
    return { ...input, confirmation: row?.email };
  }
  if (name === 'decidePlanningItem') return { ...input, state: 'PLANNED' };
  // An anonymous one needs more people than there are here.
  if (name === 'openBoard') return { ...input, anonymous: false };
  // What is written on a board bears an id of its writer's own.
  if (['askOnBoard', 'sayOnBoard', 'reportBoardPost'].includes(name)) return { ...input, id: randomUUID() };
  if (name === 'restoreVocItem') return { ...input, version: 2 };
  if (name === 'updateCompany') {
    const [row] = await world.rows<{ version: number }>(
      sql`select version from hotline.company where id = ${uuidOf(hanbit.company.id)}`,
    );
    return { ...input, version: row?.version };
  }
  return input;
}

async function ask(operation: Operation, role: Role): Promise<string> {
  const somebody = await as(role);
  const values = new Map<string, unknown>();
  for (const { word, required } of operation.leaves) {
    if (word && required && !values.has(word)) {
      values.set(
        word,
        operation.kind === 'mutation'
          ? await fresh(word, operation, role)
          : word === 'token'
            ? await certificateToken()
            : hanbit.things[word],
      );
    }
  }
  const variables = variablesOf(
    operation,
    (word) => values.get(word),
    () => false,
  );
  if (operation.kind === 'mutation' && operation.leaves.length > 0)
    variables.input = await plain(operation, (variables.input ?? {}) as Record<string, unknown>);
  if (operation.kind === 'subscription') return watch(somebody, operation, variables);
  const { data, errors } = await somebody.ask(operation.brief, variables);
  if (errors?.[0]) return errors[0].extensions.code;
  return data[operation.name] === null ? 'nothing' : 'yes';
}

type Refused = { extensions: { code: string } };

async function watch(somebody: Somebody, { brief }: Operation, variables: object): Promise<string> {
  const wire = await Wire.open(world.base);
  wire.init(somebody);
  const letIn = await Promise.race([
    wire
      .next(({ type }) => type === 'connection_ack')
      .then(
        () => true,
        () => false,
      ),
    wire.closed.then(() => false),
  ]);
  if (!letIn) return 'UNAUTHENTICATED';
  wire.subscribe('1', brief, variables);
  const { payload } = await wire.next(({ id }) => id === '1');
  wire.close();
  const answer = payload as unknown as { errors?: Refused[] } | Refused[];
  const [error] = Array.isArray(answer) ? answer : (answer.errors ?? []);
  return error?.extensions.code ?? 'yes';
}

const HEAD = `# Who may what

Made by \`test/who-may-what.spec.ts\`, which asks every operation of the schema as everybody; the test fails when this file is stale
(\`UPDATE=1 npm test -- test/who-may-what\` writes it). Contacts ask for things of their own space, about messages of their own where they
may write; the guest is signed in, but has left the company. *yes*: it is done. *nothing*: the answer is null, as for what does not exist.
Other words are the code of the refusal. There is an administrator and no demonstration, so nobody becomes the first one or signs in
with one click. What the fields of an answer hold back from whom is tested in \`test/attacks/\`.
`;

function written(table: Map<Operation, string[]>): string {
  const sections = (['query', 'mutation', 'subscription'] as const).map((kind) => {
    const rows = [...table]
      .filter(([operation]) => operation.kind === kind)
      .map(([{ label }, cells]) => `| ${[`\`${label}\``, ...cells].join(' | ')} |`);
    const title = { query: 'Queries', mutation: 'Mutations', subscription: 'Subscriptions' }[kind];
    return [
      `## ${title}`,
      '',
      `| | ${ROLES.join(' | ')} |`,
      `|${'---|'.repeat(ROLES.length + 1)}`,
      ...rows,
      '',
    ].join('\n');
  });
  return `${[HEAD, ...sections].join('\n')}`;
}

describe('who may what', () => {
  const table = new Map<Operation, string[]>();

  it('is what docs/who-may-what.md says', async () => {
    for (const operation of operations()) {
      const cells: string[] = [];
      for (const role of ROLES) cells.push(await ask(operation, role));
      table.set(operation, cells);
    }
    const text = written(table);
    if (process.env.UPDATE) writeFileSync(FILE, text);
    expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '').toBe(text);
  }, 600_000);

  it('was asked rightly: somebody may do each thing, and nobody was refused for what was asked', () => {
    for (const [{ label, name }, cells] of table) {
      if (CLOSED.has(name)) continue;
      expect([label, cells.includes('yes')]).toEqual([label, true]);
      expect([
        label,
        cells.filter((cell) => ['INVALID', 'CONFLICT', 'INTERNAL', 'RATE_LIMITED'].includes(cell)),
      ]).toEqual([label, []]);
    }
  });

  it('strangers are let in nowhere but at the door', () => {
    const open = [...table].filter(([, cells]) => cells[0] === 'yes').map(([{ name }]) => name);
    expect(open.sort()).toEqual([
      'acceptInvitation',
      'demoPeople',
      'installation',
      'requestPasswordLink',
      'requestSignInLink',
      'setPassword',
      'signIn',
      'switchMails',
      'useSignInLink',
      'verifyCertificate',
    ]);
  });
});
