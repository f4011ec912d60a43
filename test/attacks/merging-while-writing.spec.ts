// Merges companies and takes them apart again while people write: no acknowledged word is lost or stands in two places.
import { sql } from '../../src/platform/database/index.js';
import { WeeklyService } from '../../src/voc/index.js';
import type { Answer } from '../world/as.js';
import { type Company, type Person, World } from '../world/world.js';

let world: World;
let admin: Person;
let agent: Person;
let kept: Company;
let other: Company;
let writers: Person[];

const OPEN = 'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }';
const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }';
const READ = 'mutation ($input: MarkThreadReadInput!) { markThreadRead(input: $input) { thread { id } } }';
const NOTE = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }';
/** What a refusal may say when the ground moves under a command; never a fault of ours. */
const FAIR = ['NOT_FOUND', 'DENIED', 'CONFLICT', 'UNAUTHENTICATED'];

beforeAll(async () => {
  world = await World.open();
  admin = await world.staff('ADMIN', '박관리');
  agent = await world.staff('AGENT', '강도윤');
  kept = await world.company('한빛전자');
  other = await world.company('㈜한빛전자');
  await world.contact(kept, '한주인');
  writers = [
    await world.contact(other, '김민지'),
    await world.contact(other, '박서준'),
    await world.contact(other, '이도현'),
  ];
});
afterAll(() => world.close());

it('loses nothing', async () => {
  const threadId = (
    await writers[0]?.do('openThread', { spaceId: other.spaceId, body: '처음' }, 'thread { id }')
  ).thread.id;
  const said: { body: string; answer: Answer }[] = [];
  let going = true;
  const write = async (who: Person, name: string): Promise<void> => {
    for (let count = 0; going; count++) {
      const body = `${name} ${count}`;
      const input = count % 3 === 0 ? { spaceId: other.spaceId, body } : { threadId, body };
      said.push({ body, answer: await who.ask(count % 3 === 0 ? OPEN : POST, { input }) });
    }
  };
  const beside: Answer[] = [];
  const read = async (who: Person): Promise<void> => {
    for (let seq = 1; going; seq++) beside.push(await who.ask(READ, { input: { threadId, seq } }));
  };
  const note = async (): Promise<void> => {
    while (going) beside.push(await agent.ask(NOTE, { input: { threadId, body: '메모' } }));
  };
  const writing = [
    ...writers.map((who, index) => write(who, `담당 ${index}`)),
    write(agent, '상담원'),
    ...writers.map(read),
    note(),
  ];
  for (let round = 0; round < 6; round++) {
    const { merge } = await admin.do(
      'mergeCompanies',
      { keepCompanyId: kept.id, duplicateCompanyId: other.id },
      'merge { id }',
    );
    await admin.do('undoMerge', { mergeId: merge.id }, 'merge { id }');
    world.clock.pass(1_000);
  }
  going = false;
  await Promise.all(writing);
  await world.jobs();

  const answered = said.filter(({ answer }) => !answer.errors);
  expect(answered.length).toBeGreaterThan(10);
  const stored = await world.rows<{ body: string }>(sql`select body from hotline.message`);
  const bodies = new Set(stored.map(({ body }) => body));
  expect(answered.filter(({ body }) => !bodies.has(body))).toEqual([]);
  const codes = said.flatMap(({ answer }) => (answer.errors ?? []).map(({ extensions }) => extensions.code));
  expect(codes.filter((code) => !FAIR.includes(code))).toEqual([]);
  const refused = [...said.map(({ answer }) => answer), ...beside].flatMap(({ errors }) => errors ?? []);
  // The database's own wall is the last one: whoever runs into it was let through by all others.
  expect(refused.filter(({ extensions }) => extensions.reason === 'NOT_ALLOWED')).toEqual([]);
  expect(refused.filter(({ extensions }) => !FAIR.includes(extensions.code))).toEqual([]);
  // Whoever wrote and read goes on as before.
  for (const who of writers) {
    expect((await who.ask(POST, { input: { threadId, body: '그대로예요' } })).errors).toBeUndefined();
    expect((await who.ask(READ, { input: { threadId, seq: 10_000 } })).errors).toBeUndefined();
  }
  const astray = await world.rows(sql`
    select message.id from hotline.message join hotline.thread on thread.id = message.thread_id
    where message.space_id <> thread.space_id
    union all select change.id from hotline.thread_change change join hotline.thread on thread.id = change.thread_id
    where change.space_id <> thread.space_id
    union all select note.id from hotline.note join hotline.thread on thread.id = note.thread_id
    where note.space_id <> thread.space_id
    union all select mark.person_id from hotline.thread_read mark join hotline.thread on thread.id = mark.thread_id
    where mark.space_id <> thread.space_id
    union all select item.id from hotline.voc_item item join hotline.thread on thread.id = item.thread_id
      join hotline.space on space.id = thread.space_id where item.company_id <> space.company_id`);
  expect(astray).toEqual([]);
  expect(await world.app.get(WeeklyService).recount()).toEqual([]);
}, 60_000);

it('merges the same two once when asked eight times at once', async () => {
  const input = { keepCompanyId: kept.id, duplicateCompanyId: other.id };
  const MERGE = 'mutation ($input: MergeCompaniesInput!) { mergeCompanies(input: $input) { merge { id } } }';
  const answers = await Promise.all(Array.from({ length: 8 }, () => admin.ask(MERGE, { input })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  const merge = answers.find(({ errors }) => !errors)?.data.mergeCompanies.merge;
  const UNDO = 'mutation ($input: UndoMergeInput!) { undoMerge(input: $input) { merge { id } } }';
  const undone = await Promise.all(
    Array.from({ length: 8 }, () => admin.ask(UNDO, { input: { mergeId: merge.id } })),
  );
  expect(undone.filter(({ errors }) => !errors)).toHaveLength(1);
});
