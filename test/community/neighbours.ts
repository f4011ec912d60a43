// Five companies with six people each: as few as may share an anonymous board.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Company, Person, World } from '../world/world.js';

export type Neighbours = {
  companies: Company[];
  people: Person[];
  lead: Person;
  agent: Person;
  boardId: string;
};

export const POST = `id threadId seq kind parentId mine body pictures { id width height url thumbnailUrl } createdOn editedOn deletedOn hiddenOn hiddenReason accepted helpful version
  author { number ko en official asker companyLabel }
  abilities { edit delete accept mark report hide restore ban }`;

export const THREAD = `id boardId title excerpt tags mine createdOn answers helpful lastSeq official accepted hidden
  author { number ko en official asker companyLabel }`;

export async function neighbours(
  world: World,
  { companies: many = 5, each = 6, anonymous = true } = {},
): Promise<Neighbours> {
  const companies: Company[] = [];
  const people: Person[] = [];
  for (let n = 0; n < many; n++) {
    const company = await world.company(`이웃회사${n + 1}`);
    companies.push(company);
    for (let m = 0; m < each; m++) people.push(await world.contact(company, `이웃${n + 1}의사람${m + 1}`));
  }
  const lead = await world.staff('LEAD', '한팀장');
  const agent = await world.staff('AGENT', '김상담');
  const { board } = await lead.do(
    'openBoard',
    { name: '고민 나눔', anonymous, audience: { everyone: true } },
    'board { id }',
  );
  return { companies, people, lead, agent, boardId: board.id };
}

export async function ask(person: Person, boardId: string, words: object = {}): Promise<any> {
  const question = { title: '결재가 자꾸 밀려요', body: '다들 어떻게 하세요?', ...words };
  return (await person.do('askOnBoard', { id: randomUUID(), boardId, ...question }, `thread { ${THREAD} }`))
    .thread;
}

export async function say(person: Person, threadId: string, words: object = {}): Promise<any> {
  const said = { body: '저희는 대결자를 정해 뒀어요.', ...words };
  return (await person.do('sayOnBoard', { id: randomUUID(), threadId, ...said }, `post { ${POST} }`)).post;
}

export const postsOf = async (person: Person, threadId: string): Promise<any[]> =>
  (
    await person.get(
      `query($threadId: ID!) { boardThread(threadId: $threadId) { posts(first: 100) { edges { node { ${POST} markedByMe } } } } }`,
      { threadId },
    )
  ).boardThread.posts.edges.map(({ node }: any) => node);

/** Past all walls: what whoever holds the whole database sees. */
export async function asOwner<Row extends object>(world: World, query: string): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: world.database.url });
  await owner.connect();
  try {
    return (await owner.query<Row & pg.QueryResultRow>(query)).rows;
  } finally {
    await owner.end();
  }
}
