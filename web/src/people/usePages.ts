// A list that grows by pages: what is loaded stays, stays current, and is read again as a whole.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';

type Connection<Row> = {
  edges: { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};
type Paged = { after?: string | null };
type State<Row> = { key: string; pages: Connection<Row>[]; fetching: boolean; failed: boolean };

export function usePages<Data, Variables extends Paged & AnyVariables, Row>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Row>,
) {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<Row>>({ key: '', pages: [], fetching: true, failed: false });
  // One live reading per page: a command that changes a row changes it here, on whichever page it stands.
  const readings = useRef<{ unsubscribe: () => void }[]>([]);
  const latest = useRef({ pick, key });
  latest.current = { pick, key };

  const read = useCallback(
    (index: number, after: string | null, policy: 'cache-and-network' | 'network-only') => {
      const asked = latest.current.key;
      setState((old) => ({ ...old, fetching: true, failed: false }));
      readings.current[index]?.unsubscribe();
      const all = { ...JSON.parse(asked), after } as Variables;
      readings.current[index] = client
        .query(query, all, { requestPolicy: policy })
        .subscribe(({ data, error, stale }) => {
          if (asked !== latest.current.key) return;
          setState((old) => {
            // The first answer of another list takes the place of the old rows, not before it is here.
            const before = old.key === asked ? old.pages : [];
            if (!data) return { ...old, fetching: false, failed: Boolean(error) };
            const pages = [...before];
            pages[index] = latest.current.pick(data);
            return { key: asked, pages, fetching: Boolean(stale), failed: false };
          });
        });
    },
    [client, query],
  );

  useEffect(() => {
    read(0, null, round === 0 ? 'cache-and-network' : 'network-only');
    return () => {
      for (const reading of readings.current) reading?.unsubscribe();
      readings.current = [];
    };
  }, [read, key, round]);

  const last = state.pages.at(-1)?.pageInfo;
  const stale = state.key !== key;
  return {
    rows: state.pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    /** Nothing to show yet. */
    loading: state.pages.length === 0 && !state.failed,
    /** The rows still are those of what was asked before. */
    stale,
    fetching: state.fetching,
    failed: state.failed,
    hasMore: !stale && Boolean(last?.hasNextPage),
    more: () => last?.endCursor && read(state.pages.length, last.endCursor, 'network-only'),
    again: () => {
      if (state.pages.length === 0 || stale) return setRound((before) => before + 1);
      let after: string | null = null;
      for (const [index, page] of state.pages.entries()) {
        read(index, after, 'network-only');
        after = page.pageInfo.endCursor;
      }
    },
  };
}
