// The database or the mail server is away for a while: clear answers meanwhile, and recovery without a restart.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Somebody, type Watching } from '../world/as.js';
import { type TestDatabase, copyDatabase } from '../world/database.js';
import { type Running, dataFolder, startProduct } from '../world/process.js';
import { Line } from './line.js';
import { type People, makePeople } from './people.js';
import { Postbox } from './postbox.js';
import { jobsLeft, timeFlies } from './proof.js';

/** Half a minute in the full form; what tries again does so several times even in the short one. */
const AWAY_MS = process.env.FAULTS_LONG ? 30_000 : 4_000;

const folder = dataFolder('away');
let database: TestDatabase;
let line: Line;
let postbox: Postbox;
let product: Running;
let people: People;
let owner: pg.Client;
let contact: Somebody;
let lead: Somebody;
let watching: Watching;

beforeAll(async () => {
  database = await copyDatabase();
  const through = await Line.toDatabase(database.url);
  ({ line } = through);
  postbox = await Postbox.open();
  product = await startProduct({ DATABASE_URL: through.url, DATA_DIR: folder, SMTP_URL: postbox.url }, [
    '--no-demo',
  ]);
  people = await makePeople(database.url);
  contact = new Somebody(product.base, people.contacts[0]?.token ?? '');
  lead = new Somebody(product.base, people.lead);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  watching = await lead.watch();
}, 90_000);

afterAll(async () => {
  await lead?.leave();
  await product?.end('SIGTERM');
  await line?.cut();
  await postbox?.away();
  await owner?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const OPEN = 'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id } } }';

it('answers UNAVAILABLE while the database is away, and goes on as soon as it is back', async () => {
  const input = {
    spaceId: people.contacts[0]?.spaceId,
    body: '저장이 안 돼요',
    idempotencyKey: randomUUID(),
  };
  // Some in flight at the very moment, others while it is away.
  const codes: string[] = [];
  let asking = true;
  const others = Array.from({ length: 3 }, async () => {
    while (asking) {
      const said = { ...input, idempotencyKey: randomUUID(), body: '그 사이' };
      const { errors } = await contact.ask(OPEN, { input: said });
      codes.push(errors?.[0]?.extensions.code ?? 'done');
    }
  });
  while (codes.length < 3) await sleep(20);
  await line.cut();
  const { errors, status, text } = await contact.ask(OPEN, { input });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'UNAVAILABLE', reason: 'DATABASE_AWAY' },
  ]);
  expect(status).toBe(503);
  expect(text).not.toMatch(/ECONNREFUSED|Connection terminated|127\.0\.0\.1/);
  await sleep(AWAY_MS);
  asking = false;
  await Promise.all(others);
  expect([...new Set(codes)].sort()).toEqual(['UNAVAILABLE', 'done']);
  await line.mend();
  // Nobody restarts anything: the same words, said again, are taken.
  let thread: { id: string } | null = null;
  while (!thread) {
    const { data } = await contact.ask(OPEN, { input });
    thread = data?.openThread?.thread ?? null;
    if (!thread) await sleep(100);
  }
  // Whoever watched is told to read again, and then hears as before.
  await watching.until(({ data }) => data.hints.kind === 'RESYNC');
  const { length } = watching.heard;
  const again = await contact.do('openThread', { ...input, idempotencyKey: randomUUID() }, 'thread { id }');
  await watching.until(({ data }) => data.hints.threadId === again.thread.id);
  expect(watching.heard.length).toBeGreaterThan(length);
  // The worker works again, and everything was counted once.
  while ((await jobsLeft(owner)).length > 0) {
    await timeFlies(owner);
    await sleep(200);
  }
  const { rows } = await owner.query(
    `select count(*)::int as threads, count(item.id)::int as items, count(distinct item.thread_id)::int as counted
     from hotline.thread thread left join hotline.voc_item item on item.thread_id = thread.id`,
  );
  expect(rows[0].items).toBe(rows[0].threads);
  expect(rows[0].counted).toBe(rows[0].threads);
}, 120_000);

it('keeps a mail while the mail server is away, says why, and sends it once when it is back', async () => {
  await postbox.away();
  const email = 'somebody@nowhere.example';
  await lead.do('inviteStaff', { email, role: 'AGENT' }, 'done').catch(async () => {
    const { contacts } = people;
    const inviting = new Somebody(product.base, contacts[0]?.token ?? '');
    const { me } = await inviting.get('{ me { company { id } } }');
    await inviting.do('inviteContacts', { companyId: me.company.id, people: [{ email }] }, 'done');
  });
  const waiting = async (): Promise<{ sent_at: Date | null; last_error: string | null } | undefined> =>
    (await owner.query(`select sent_at, last_error from hotline.mail where to_email = $1`, [email])).rows[0];
  while (!(await waiting())?.last_error) await sleep(100);
  expect((await waiting())?.last_error).toMatch(/ECONNREFUSED/);
  await postbox.back();
  while (!(await waiting())?.sent_at) {
    await timeFlies(owner);
    await sleep(100);
  }
  expect(postbox.received.filter(({ to }) => to === email)).toHaveLength(1);
}, 60_000);
