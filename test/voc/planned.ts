// Needs of which planning items are made, and the words in which decisions are told.
import { Database, newId, sql } from '../../src/platform/database/index.js';
import { system } from '../../src/platform/actor.js';
import { globalId } from '../../src/platform/graphql/index.js';
import { uuidOf } from '../attacks/stage.js';
import { ItemsService } from '../../src/voc/index.js';
import type { Company, Person, World } from '../world/world.js';

export const WORDING = {
  titleKo: '승인함을 엑셀로 내려받을 수 있어요',
  titleEn: 'Approvals can be downloaded as a spreadsheet',
  bodyKo: '승인함 오른쪽 위에서 내려받으세요.',
  bodyEn: 'You find it at the top right of your approvals.',
};

export async function need(world: World, title: string, itemIds: string[] = []): Promise<string> {
  const id = newId();
  await world.app.get(Database).transact(system, async (tx) => {
    await tx.sql(sql`insert into hotline.need (id, title, created_at) values (${id}, ${title}, ${tx.at})`);
  });
  await join(world, globalId('need', id), itemIds);
  return globalId('need', id);
}

/** Items become mentions of the need. */
export const join = (world: World, needId: string, itemIds: string[]): Promise<unknown> =>
  world.app
    .get(Database)
    .transact(system, (tx) =>
      tx.sql(
        sql`update hotline.voc_item set need_id = ${uuidOf(needId)} where id = any(${itemIds.map(uuidOf)}::uuid[])`,
      ),
    );

/** A contact asks in their space; the thread and what it counts as. */
export async function ask(
  world: World,
  company: Company,
  person: Person,
  body: string,
): Promise<{ thread: string; item: string }> {
  const { thread } = await person.do('openThread', { spaceId: company.spaceId, body }, 'thread { id }');
  await world.app.get(ItemsService).countThread(uuidOf(thread.id));
  const [row] = await world.rows<{ id: string }>(
    sql`select id from hotline.voc_item where thread_id = ${uuidOf(thread.id)}`,
  );
  await world.app
    .get(Database)
    .transact(system, (tx) =>
      tx.sql(sql`update hotline.voc_item set category = 'FEATURE' where id = ${row?.id ?? ''}`),
    );
  return { thread: thread.id, item: globalId('vocitem', row?.id ?? '') };
}

/** What was said in a thread, oldest first, as the person sees it. */
export async function said(person: Person, threadId: string): Promise<any[]> {
  const { thread } = await person.get(
    `query ($id: ID!) { thread(id: $id) { state timeline(first: 50) { edges { node { __typename
      ... on Message { id body side automatic author { name } planning { decision titleKo planningItemId } } } } } } }`,
    { id: threadId },
  );
  return thread.timeline.edges
    .map(({ node }: { node: { __typename: string } }) => node)
    .filter((node: { __typename: string }) => node.__typename === 'Message')
    .reverse();
}

export const plan = async (who: Person, needIds: string[], title = '승인함 내려받기'): Promise<any> =>
  (
    await who.do(
      'createPlanningItem',
      { title, kind: 'QUICK_FIX', needIds, reason: '세 고객사가 물었어요' },
      'planningItem { id number version state }',
    )
  ).planningItem;

export const decide = async (who: Person, item: any, state: string, more: object = {}): Promise<any> =>
  (
    await who.do(
      'decidePlanningItem',
      { planningItemId: item.id, version: item.version, state, reason: '4.12에 담았어요', ...more },
      'planningItem { id number version state decidedAt }',
    )
  ).planningItem;
