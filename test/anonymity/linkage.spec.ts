// Who wrote what, asked of somebody who holds everything but the key: they must do no better than by lot.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import sharp from 'sharp';
import { Somebody } from '../world/as.js';
import { type Running, dataFolder, startProduct } from '../world/process.js';
import { LINKERS, type Seen, type Suspect, look } from './attacker.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const POSTS = Number(process.env.ANONYMITY_POSTS ?? 160);
const SEED = Number(process.env.ANONYMITY_SEED ?? 20_261_128);
const COMPANIES = 8;
const PEOPLE = 50;
/** A short run is one of every change's checks and raises a false alarm once in 500 times; a long one looks more closely. */
const SHORT = POSTS < 1_000;
const CHANCE = SHORT ? 0.002 : 0.05;
const SHUFFLES = SHORT ? 8_000 : 1_000;
/** One post in so many has a picture. */
const PICTURE_OF = 4;
/** Writing is as parallel as on a busy morning. */
const AT_ONCE = 6;

type Truth = Map<string, { author: string; threadId: string }>;
type Outcome = { seen: Seen; truth: Truth; suspects: Suspect[] };

/** Mulberry32: small, and the same for a seed on every machine. */
function lot(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const one = <Thing>(things: readonly Thing[], random: () => number): Thing =>
  things[Math.floor(random() * things.length)] as Thing;

function urlOf(folder: string, cluster: string, database: string): string {
  const password = readFileSync(join(folder, `${cluster}.password`), 'utf8').trim();
  const [, , , port, socket] = readFileSync(join(folder, `${cluster}/postmaster.pid`), 'utf8').split('\n');
  return `postgres://hotline:${password}@${encodeURIComponent(socket ?? '')}:${port}/${database}?sslmode=disable`;
}

/** What members do under their names all day. */
async function ordinary(somebody: Somebody, spaceId: string, random: () => number): Promise<void> {
  const chance = random();
  if (chance < 0.5)
    await somebody.do(
      'openThread',
      { spaceId, body: `알림이 오지 않아요 ${Math.floor(random() * 1e6)}` },
      'thread { id }',
    );
  else if (chance < 0.8)
    await somebody.do('updateProfile', { name: `구성원 ${Math.floor(random() * 1e6)}` }, 'done');
  else await somebody.get('{ me { person { id } } unreadNotifications }');
}

/** Each so different that its long value is known again, and long enough to be one. */
async function picture(somebody: Somebody, boardId: string, seed: number): Promise<string> {
  const points = Buffer.from(
    Array.from({ length: 96 * 72 * 3 }, (_, at) => (at * 7919 * (seed + 3) + (at >> 3)) % 251),
  );
  const bytes = await sharp(points, { raw: { width: 96, height: 72, channels: 3 } })
    .png()
    .toBuffer();
  const id = randomUUID();
  const { status, text } = await somebody.sendBoardPicture(boardId, id, '화면.png', bytes);
  if (status !== 200) throw new Error(text);
  return id;
}

/** Until the rows of the day have been written anew and laid out: before, the last quarter of a minute still lies in its order. */
async function blended(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let tries = 0; tries < 300; tries++) {
      const { rows } = await client.query(
        `select count(distinct xmin::text) = 1 and array_agg(id order by ctid) = array_agg(id order by id)
           and not exists (select 1 from boards.picture where fresh) as laid
         from boards.post`,
      );
      if (rows[0].laid) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('The boards were not blended within a minute.');
  } finally {
    await client.end();
  }
}

/** Fifty people of eight companies write on one board, amid what they do under their names. */
async function morning(from: string): Promise<Outcome> {
  const folder = dataFolder('anonymity');
  const env = { DATA_DIR: folder, RATE_FACTOR: '0', LOG_LEVEL: 'debug' };
  let product: Running | null = null;
  try {
    product = await startProduct(env, ['--no-demo'], from);
    const main = urlOf(folder, 'postgres', 'hotline');
    const made = execFileSync(
      process.execPath,
      [join(ROOT, 'test/anonymity/make-members.mjs'), main, String(COMPANIES), String(PEOPLE)],
      { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', DATA_DIR: folder } },
    );
    const { members, lead } = JSON.parse(made) as {
      members: (Suspect & { spaceId: string })[];
      lead: Suspect;
    };
    const { base } = product;
    const { board } = await new Somebody(base, lead.token).do(
      'openBoard',
      { name: '고민 나눔', anonymous: true, audience: { everyone: true } },
      'board { id }',
    );
    const random = lot(SEED);
    const truth: Truth = new Map();
    const threads: string[] = [];
    let left = POSTS;
    const writer = async (): Promise<void> => {
      while (left-- > 0) {
        const member = one(members, random);
        const somebody = new Somebody(base, member.token);
        if (random() < 0.6) await ordinary(somebody, member.spaceId, random);
        const id = randomUUID();
        const body = `저희는 이렇게 해요 ${Math.floor(random() * 1e9)}`;
        const pictureIds = left % PICTURE_OF === 0 ? [await picture(somebody, board.id, left)] : [];
        let threadId: string = id;
        if (threads.length === 0 || random() < 0.2) {
          await somebody.do(
            'askOnBoard',
            { id, boardId: board.id, title: '다들 어떻게 하세요?', body, pictureIds },
            'thread { id }',
          );
          threads.push(id);
        } else {
          threadId = one(threads, random);
          const thread = `boardthread_${threadId.replaceAll('-', '')}`;
          await somebody.do('sayOnBoard', { id, threadId: thread, body, pictureIds }, 'post { id }');
        }
        truth.set(id, { author: member.id, threadId });
        if (random() < 0.6) {
          const other = random() < 0.5 ? member : one(members, random);
          await ordinary(new Somebody(base, other.token), other.spaceId, random);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
    const boards = urlOf(folder, 'boards', 'boards');
    await blended(boards);
    const seen = await look(main, boards, product.said());
    return { seen, truth, suspects: members };
  } finally {
    await product?.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    rmSync(`${folder}.board-key`, { force: true });
  }
}

const hits = (guesses: Map<string, string>, is: (post: string) => string, of = (id: string) => id): number =>
  [...guesses].filter(([post, person]) => of(person) === of(is(post))).length;

/**
 * So many hits are by lot: what is exceeded by CHANCE of the worlds in which the writers of whole threads were dealt anew, that
 * chance shared out among all linkers and what they are asked for.
 */
function bound(
  guesses: Map<string, string>,
  truth: Truth,
  suspects: Suspect[],
  of?: (id: string) => string,
): number {
  const random = lot(SEED + 1);
  const writers = [...new Set([...truth].map(([, { author, threadId }]) => `${threadId} ${author}`))];
  const counts: number[] = [];
  for (let n = 0; n < SHUFFLES; n++) {
    const dealt = new Map(writers.map((writer) => [writer, one(suspects, random).id]));
    const is = (post: string): string => {
      const { author, threadId } = truth.get(post) ?? { author: '', threadId: '' };
      return dealt.get(`${threadId} ${author}`) ?? '';
    };
    counts.push(hits(guesses, is, of));
  }
  counts.sort((a, b) => a - b);
  const quantile = 1 - CHANCE / (2 * LINKERS.length);
  return counts[Math.min(SHUFFLES - 1, Math.ceil(quantile * SHUFFLES))] ?? 0;
}

const percent = (count: number): string => `${((100 * count) / POSTS).toFixed(1)} %`;

it('nobody can tell who wrote, and hardly better than by lot of which company', async () => {
  const { seen, truth, suspects } = await morning('dist');
  expect(seen.posts).toHaveLength(POSTS);
  const company = new Map(suspects.map(({ id, companyId }) => [id, companyId]));
  const is = (post: string): string => truth.get(post)?.author ?? '';
  const companyOf = (id: string): string => company.get(id) ?? id;
  const lines = [`${POSTS} posts, ${PEOPLE} people, ${COMPANIES} companies, seed ${SEED}`];
  const broken: string[] = [];
  for (const { name, guess } of LINKERS) {
    const guesses = guess(seen, suspects);
    const people = hits(guesses, is);
    const companies = hits(guesses, is, companyOf);
    const most = bound(guesses, truth, suspects);
    const mostCompanies = bound(guesses, truth, suspects, companyOf);
    lines.push(
      `${name}: ${percent(people)} (by lot at most ${percent(most)}), company ${percent(companies)} (${percent(mostCompanies)})`,
    );
    if (people > most || companies > mostCompanies) broken.push(lines.at(-1) ?? '');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(broken).toEqual([]);
}, 1_800_000);

it('on a build that leaks, the same linkers name more than nine in ten', async () => {
  const leaky = '.dist-leaky';
  cpSync(join(ROOT, 'dist'), join(ROOT, leaky), { recursive: true });
  try {
    const file = join(ROOT, leaky, 'boards-and-people/door.js');
    const code = readFileSync(file, 'utf8');
    const sealed =
      /tags: ?\(purpose, thingId\) ?=> ?everybody\.flatMap\(\(each\) ?=> ?this\.keys\(\)\.tags\(each, purpose, thingId\)\)/;
    expect(code.match(new RegExp(sealed, 'g'))).toHaveLength(1);
    // What is often taken for anonymous: a digest of thread and person, without a key.
    writeFileSync(
      file,
      `import { createHash as leak } from 'node:crypto';\n${code.replace(
        sealed,
        "tags: (purpose, thingId) => [leak('sha256').update(thingId + personId).digest()]",
      )}`,
    );
    const { seen, truth, suspects } = await morning(leaky);
    const best = LINKERS.map(({ name, guess }) => ({
      name,
      many: hits(guess(seen, suspects), (post) => truth.get(post)?.author ?? ''),
    })).sort((a, b) => b.many - a.many)[0];
    process.stdout.write(`leaky build: ${best?.name}: ${percent(best?.many ?? 0)}\n`);
    expect((best?.many ?? 0) / POSTS).toBeGreaterThan(0.9);
  } finally {
    rmSync(join(ROOT, leaky), { recursive: true, force: true });
  }
}, 1_800_000);
