// A list of one space's threads, live.
import { type CombinedError, useClient } from 'urql';
import type { Queue } from '../gql/words';
import { useHints } from '../session/live';
import { type FetchPage, usePages } from './pages';
import { SpaceThreadsQuery, type ThreadInList } from './threads.gql';

export type SpaceThreads = ReturnType<typeof useSpaceThreads>;

export function useSpaceThreads(handle: string, spaceId: string, queue: Queue, search: string, size = 20) {
  const client = useClient();
  const fetch: FetchPage<ThreadInList, null> = async (after, first) => {
    const variables = { handle, queue, search: search || null, first, after };
    const { data, error } = await client
      .query(SpaceThreadsQuery, variables, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return error as CombinedError;
    const list = data.companyByHandle?.space?.threads;
    if (!list) return { rows: [], next: null, head: null };
    return {
      rows: list.edges.map(({ node }) => node),
      next: list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null,
      head: null,
    };
  };
  const pages = usePages(`space ${handle} ${queue} ${search}`, size, fetch);
  useHints(
    (hint) => hint.kind === 'READ' || hint.spaceId === spaceId,
    () => void pages.refresh(),
  );
  return pages;
}
