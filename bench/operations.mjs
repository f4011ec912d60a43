// What is measured, and against which goals: CPU of server and database together, ms per operation.
import { ask, ids } from './client.mjs';

const globalId = (type, id) => `${type}_${id.replaceAll('-', '')}`;

/** As the web app asks, without what only decorates. */
const ROW = `id number heading state unread lastMessageAt assignee { id name } priority space { id company { id name } }`;
const THREAD = `query ($id: ID!) { thread(id: $id) { id number heading state version assignee { id name }
  abilities { post note resolve } timeline(first: 50) { edges { node { __typename
  ... on Message { id seq body side at: createdAt author { id name } } ... on Note { id body } ... on ThreadChange { id at } } }
  pageInfo { hasNextPage endCursor } } } }`;

let made = 0;
const agentOf = (n) => ids.staff(1 + (n % 20));

/** @param {number} companies how many the data set has */
export const operations = (companies) => {
  const some = (n) => 1 + ((n * 7) % companies);
  return [
    {
      name: 'create thread + first message',
      goal: 1.6,
      run: (base, n) =>
        ask(
          base,
          ids.contact(some(n), 1),
          'mutation ($input: OpenThreadInput!) { openThread(input: $input) { thread { id number } } }',
          {
            input: { spaceId: globalId('space', ids.space(some(n))), body: `화면이 열리지 않아요 ${++made}` },
          },
          `bench-${some(n)}`,
        ),
    },
    {
      name: 'reply',
      goal: 1.2,
      run: (base, n) =>
        ask(
          base,
          agentOf(n),
          'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id seq } thread { id state } } }',
          {
            input: {
              threadId: globalId('thread', ids.thread((some(n) - 1) * 50 + 2 + (n % 4))),
              body: `확인하고 있습니다 ${++made}`,
            },
          },
        ),
    },
    {
      name: 'open a thread with 30 messages',
      goal: 1.2,
      run: (base, n) =>
        ask(base, agentOf(n), THREAD, { id: globalId('thread', ids.thread((some(n) - 1) * 50 + 1)) }),
    },
    {
      name: 'my open threads, newest 25, with counts',
      goal: 1.2,
      run: (base, n) =>
        ask(
          base,
          agentOf(n),
          `query { threads(queue: MINE, first: 25) { edges { node { ${ROW} } } pageInfo { hasNextPage endCursor } }
             queueCounts { all mine unassigned unread waitingForUs } }`,
        ),
    },
    {
      name: 'search, 2,000 hits, newest 25',
      goal: 8,
      run: (base, n) =>
        ask(
          base,
          agentOf(n),
          `query { threads(search: "간트차트", first: 25) { edges { node { ${ROW} } } } }`,
        ),
    },
    {
      name: 'weekly figures by category, 12 weeks',
      goal: 1.2,
      run: (base, n) =>
        ask(
          base,
          agentOf(n),
          `query { weeklyVoc(week: "2026-W20") { total categories { category count share change } trend { week } } }`,
        ),
    },
    {
      name: 'list of 20 threads with their authors',
      goal: 0.65,
      run: (base, n) =>
        ask(
          base,
          agentOf(n),
          'query { threads(first: 20) { edges { node { id number heading state openedBy { id name } } } } }',
        ),
    },
  ];
};

/** Assigns and resolves a hundred threads a request. */
export async function changeMany(base, threads) {
  const per = 100;
  for (let from = 0; from < threads.length; from += per) {
    await ask(
      base,
      ids.staff(1),
      'mutation ($input: ChangeThreadsInput!) { changeThreads(input: $input) { changeId } }',
      {
        input: {
          threadIds: threads.slice(from, from + per).map((n) => globalId('thread', ids.thread(n))),
          assigneeId: globalId('person', ids.staff(3)),
          resolve: true,
        },
      },
    );
  }
}

export const postTo = (base, n, body) =>
  ask(
    base,
    ids.staff(2),
    'mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }',
    { input: { threadId: globalId('thread', ids.thread(n)), body } },
  );

/** What a screen reads when a hint says that something was written. */
export const readNewest = (base, person, n) =>
  ask(
    base,
    person,
    'query ($id: ID!) { thread(id: $id) { id state timeline(first: 5) { edges { node { ... on Message { id body } } } } } }',
    {
      id: globalId('thread', ids.thread(n)),
    },
  );
