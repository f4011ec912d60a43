// Somebody asks to be forgotten: every word of theirs goes, every figure stays. And before that: everything kept of them.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ImportsService, RunningService } from '../../src/channels/index.js';
import { system } from '../../src/platform/actor.js';
import { sql } from '../../src/platform/database/index.js';
import { ErasingService } from '../../src/identity/index.js';
import { countedItem, furnish, type Furnished, raw } from '../attacks/stage.js';
import { type Person, World } from '../world/world.js';

let world: World;
let admin: Person;
let agent: Person;
let lead: Person;
let hanbit: Furnished;
let minji: Person;
let twin: Person;
let theirs: string;

/** Another one for every test: what one of them leaves is no other's. */
let CANARY: string;
let count = 0;
const REMOVED = '[removed on request]';

/** Every row of every table that holds a word of theirs, and every file. */
async function traces(...words: string[]): Promise<string[]> {
  const tables = await world.rows<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'hotline'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await world.rows<{ row: string }>(
      raw(
        `select to_jsonb(t)::text as row from hotline.${name} t where to_jsonb(t)::text ilike any($1::text[])`,
        [words.map((word) => `%${word}%`)],
      ),
    );
    found.push(...rows.map(({ row }) => `${name} ${row.slice(0, 300)}`));
  }
  for (const file of files(join(world.folder, 'files'))) {
    const text = readFileSync(file, 'utf8');
    if (words.some((word) => text.includes(word))) found.push(`file ${file}`);
  }
  return found;
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** Everything that counts, as those see it who look at it. */
async function figures(): Promise<unknown> {
  await world.rows(sql`select hotline.voc_fold(), hotline.thread_counts_fold()`);
  const weeks = await world.rows(sql`select 'cell' as kind, week::text, category, n from hotline.voc_week
    union all select 'company', week::text, company_id::text, n from hotline.voc_week_company order by 1, 2, 3, 4`);
  const seen = await lead.get(
    `query ($handle: String!) { queueCounts { all mine unassigned unread waitingForUs } teamLoad { person { id } inProgress waitingForUs oldestWait }
      companyByHandle(handle: $handle) { figures { firstResponses medianFirstResponseMinutes } } }`,
    { handle: hanbit.company.handle },
  );
  const rows = await world.rows(sql`select (select count(*) from hotline.thread) as threads,
    (select count(*) from hotline.message) as messages, (select count(*) from hotline.note) as notes,
    (select count(*) from hotline.space_member where left_at is null) as members,
    (select count(*) from hotline.company_contact where left_at is null) as contacts,
    (select json_agg(json_build_array(state, created_at, first_response_at, resolved_at, resolved_count, last_seq) order by id)
     from hotline.thread) as times,
    (select json_agg(json_build_array(category, state, week, channel, company_id) order by id) from hotline.voc_item) as items`);
  return { weeks, seen, rows };
}

const erase = (who: Person, more: object = {}): Promise<any> =>
  admin.do(
    'erasePerson',
    { personId: who.id, confirmation: who.email, words: true, ...more },
    'person { id name email active erased }',
  );

beforeAll(async () => {
  world = await World.open();
  agent = await world.staff('AGENT', '강도윤');
  lead = await world.staff('LEAD', '이서연');
  admin = await world.staff('ADMIN', '박관리');
});
afterAll(() => world.close());

beforeEach(async () => {
  CANARY = `카나리아${++count}호`;
  hanbit = await furnish(world, '한빛전자', agent, lead);
  minji = await world.contact(hanbit.company, `김${CANARY}`);
  twin = await world.contact(hanbit.company, `${CANARY} 둘`);
  await minji.do('updateProfile', { title: `${CANARY} 과장` }, 'done');
  const file = await minji.upload(hanbit.company.spaceId, `${CANARY}.log`, Buffer.from(`${CANARY} 기록`));
  await minji.upload(hanbit.company.spaceId, `${CANARY}2.log`, Buffer.from(`${CANARY} 둘째`));
  theirs = (
    await minji.do(
      'openThread',
      {
        spaceId: hanbit.company.spaceId,
        title: `${CANARY} 제목`,
        body: `${CANARY} 알림`,
        attachmentIds: [file.id],
      },
      'thread { id }',
    )
  ).thread.id;
  const { message } = await minji.do(
    'postMessage',
    { threadId: theirs, body: `${CANARY} 처음`, idempotencyKey: `key-${minji.uuid}` },
    'message { id version }',
  );
  await minji.do(
    'editMessage',
    { messageId: message.id, version: message.version, body: `${CANARY} 나중` },
    'message { id }',
  );
  await agent.do(
    'postMessage',
    { threadId: theirs, body: `김${CANARY} 님, ${minji.email} 로 보냈어요`, mentionIds: [minji.id] },
    'message { id }',
  );
  await agent.do('writeNote', { threadId: theirs, body: `@김${CANARY} 님은 급해요` }, 'note { id }');
  const item = await countedItem(world, theirs);
  await lead.do('correctVocItem', { itemId: item, version: 1, category: 'DEFECT' }, 'item { id }');
  await admin.do(
    'inviteContacts',
    {
      companyId: hanbit.company.id,
      people: [{ email: minji.email, name: `김${CANARY}` }],
      role: 'MEMBER',
      locale: 'ko',
    },
    'done',
  );
  await world.later(180_000);
  await admin.do('mergePeople', { keepPersonId: minji.id, duplicatePersonId: twin.id }, 'merge { id }');
  await world.jobs();
});

it('leaves no word of theirs in any row and in any file, and every figure as it was', async () => {
  const id = await world.app
    .get(ImportsService)
    .receive(
      system,
      'history.csv',
      Buffer.from(
        `company,name,email,channel,date,body\n한빛전자,김${CANARY},${minji.email.toUpperCase()},PHONE,2026-11-04,${CANARY} 전화\n` +
          `한빛전자,김${CANARY},${minji.email},연,2026-11-04,${CANARY} 둘\n`,
      ),
    );
  await world.app.get(ImportsService).startHere(system, id);
  await world.app.get(RunningService).run(id);
  await world.jobs();
  expect(await traces(CANARY, minji.email, twin.email)).not.toEqual([]);
  const before = await figures();
  const { person } = await erase(minji);
  expect(person).toEqual({ id: minji.id, name: REMOVED, email: null, active: false, erased: true });
  await world.later(120_000);
  expect(await traces(CANARY, minji.email, twin.email)).toEqual([]);
  expect(await figures()).toEqual(before);
  const { thread } = await hanbit.owner.get(
    `query ($id: ID!) { thread(id: $id) { title openedBy { name erased } timeline(first: 30) { edges { node { ... on Message { body author { name } attachments { id } } } } } } }`,
    { id: theirs },
  );
  expect(thread).toMatchObject({ title: REMOVED, openedBy: { name: REMOVED, erased: true } });
  const said = thread.timeline.edges.map(({ node }: any) => node).filter(({ body }: any) => body === REMOVED);
  expect(said).toEqual(Array(2).fill({ body: REMOVED, author: { name: REMOVED }, attachments: [] }));
  expect(readFileSync(join(world.folder, 'erased.txt'), 'utf8')).toContain(`${minji.uuid} words\n`);
});

it('signs them out at once, and no door is left', async () => {
  const watching = await minji.watch();
  await erase(minji);
  await expect(watching.closed()).resolves.toBeDefined();
  expect((await minji.get('{ me { locale } }')).me).toBeNull();
  expect((await admin.refused('reactivatePerson', { personId: minji.id }, 'person { id }')).code).toBe(
    'NOT_FOUND',
  );
  expect(
    (
      await admin.refused(
        'erasePerson',
        { personId: minji.id, confirmation: minji.email, words: true },
        'person { id }',
      )
    ).code,
  ).toBe('NOT_FOUND');
  const { merges } = await admin.get('{ merges(first: 9) { edges { node { id canUndo duplicateName } } } }');
  const [merge] = merges.edges;
  expect(merge.node).toMatchObject({ canUndo: false, duplicateName: REMOVED });
  expect((await admin.refused('undoMerge', { mergeId: merge.node.id }, 'merge { id }')).reason).toBe(
    'ERASED',
  );
});

it('wants the address typed, and a next owner where they were the last', async () => {
  const wrong = await admin.refused(
    'erasePerson',
    { personId: minji.id, confirmation: 'somebody@else.example', words: true },
    'person { id }',
  );
  expect(wrong).toMatchObject({ reason: 'CONFIRMATION', field: 'confirmation' });
  const { owner, member, company } = hanbit;
  const input = { personId: owner.id, confirmation: owner.email, words: false };
  expect((await admin.refused('erasePerson', input, 'person { id }')).reason).toBe('LAST_OWNER');
  await erase(owner, { newOwners: [{ companyId: company.id, personId: member.id }] });
});

it('keeps the words of a colleague where they belong to the company, without the name', async () => {
  const doyun = await world.staff('AGENT', '한기러기');
  await doyun.do(
    'postMessage',
    { threadId: theirs, body: '상담원 한기러기예요. 설정을 바꿔 주세요' },
    'message { id }',
  );
  await agent.do(
    'writeNote',
    { threadId: theirs, body: '@한기러기 고마워요', mentionIds: [doyun.id] },
    'note { id }',
  );
  await world.later(180_000);
  await erase(doyun, { words: false });
  await world.later(120_000);
  const said = await world.rows<{ body: string }>(
    sql`select body from hotline.message where author_id = ${doyun.uuid}`,
  );
  expect(said).toEqual([{ body: `상담원 ${REMOVED}예요. 설정을 바꿔 주세요` }]);
  expect(await traces('한기러기', doyun.email)).toEqual([]);
});

it('erases what they say at the same moment', async () => {
  const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }';
  const OPEN = 'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }';
  let going = true;
  const codes = new Set<string>();
  const write = async (query: string, input: object): Promise<void> => {
    while (going) {
      const { errors } = await minji.ask(query, { input });
      for (const { extensions } of errors ?? []) codes.add(extensions.code);
    }
  };
  const writing = [
    write(POST, { threadId: theirs, body: `${CANARY} 쓰는 중` }),
    write(OPEN, { spaceId: hanbit.company.spaceId, body: `${CANARY} 여는 중` }),
  ];
  await erase(minji);
  going = false;
  await Promise.all(writing);
  await world.later(120_000);
  expect(await traces(CANARY, minji.email)).toEqual([]);
  expect(
    [...codes].filter((code) => !['UNAUTHENTICATED', 'NOT_FOUND', 'DENIED', 'CONFLICT'].includes(code)),
  ).toEqual([]);
});

it('says what it touches, and gives them everything that is kept of them', async () => {
  const { erasePreview } = await admin.get(
    'query ($id: ID!) { erasePreview(personId: $id) { wordsUsually parts { part count } } }',
    { id: minji.id },
  );
  expect(erasePreview.wordsUsually).toBe(true);
  expect(erasePreview.parts).toEqual(
    expect.arrayContaining([
      { part: 'threads', count: 1 },
      { part: 'messages', count: 2 },
      { part: 'attachments', count: 2 },
      { part: 'quotes', count: 1 },
    ]),
  );
  const answer = await minji.download(`/people/${minji.id}/data`);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(/^attachment; filename="hotline-.*\.json"/),
  });
  const file = JSON.parse(answer.bytes.toString());
  expect(file.account.map(({ email }: any) => email).sort()).toEqual([minji.email, twin.email].sort());
  expect(file.messages.map(({ body }: any) => body)).toEqual([`${CANARY} 알림`, `${CANARY} 나중`]);
  expect(file.messages[1].earlier[0].body).toBe(`${CANARY} 처음`);
  expect(file.threads).toMatchObject([{ title: `${CANARY} 제목`, state: 'WAITING_FOR_CLIENT' }]);
  expect(file.quotes[0]).toMatchObject({ quote: `${CANARY} 알림`, channel: 'HOTLINE' });
  // Nobody else's words, no note, nothing of how the provider sorts.
  expect(answer.bytes.toString()).not.toMatch(/급해요|보냈어요|DEFECT|token/);
  for (const who of [agent, lead, hanbit.owner])
    expect((await who.download(`/people/${minji.id}/data`)).status).not.toBe(200);
  expect((await world.stranger().download(`/people/${minji.id}/data`)).status).toBe(401);
  expect((await admin.download(`/people/${minji.id}/data`)).status).toBe(200);
  const { auditTrail } = await admin.get(
    'query ($id: ID!) { auditTrail(personId: $id, action: DATA_EXPORTED, first: 9) { edges { node { actor { id } person { id } } } } }',
    { id: minji.id },
  );
  expect(auditTrail.edges.map(({ node }: any) => node.actor.id)).toEqual([admin.id, minji.id]);
});

it('leaves everybody else’s namesake alone', async () => {
  const other = await world.company('다른 회사');
  const namesake = await world.contact(other, `김${CANARY}`);
  await namesake.do('openThread', { spaceId: other.spaceId, body: `저는 김${CANARY}예요` }, 'thread { id }');
  await erase(minji);
  const [row] = await world.rows<{ body: string }>(
    sql`select body from hotline.message where author_id = ${namesake.uuid}`,
  );
  expect(row?.body).toBe(`저는 김${CANARY}예요`);
  await erase(namesake);
});

it('erases again what an older backup brings back', async () => {
  const service = world.app.get(ErasingService);
  expect(await service.eraseAgain([{ personId: minji.uuid, words: true }])).toBe(1);
  expect(await service.eraseAgain([{ personId: minji.uuid, words: true }])).toBe(0);
  await world.later(120_000);
  expect(await traces(minji.email)).toEqual([]);
});
