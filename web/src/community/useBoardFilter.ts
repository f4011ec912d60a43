// How the questions of a board are looked through. It stays with the entry of the browser's history, so that going back finds it again,
// and never stands in an address: what somebody looks for on a board is nobody's business, a proxy's log included.
import { useLocation, useNavigate } from 'react-router';
import { BOARD_ORDERS, type BoardOrder } from '../gql/words';

export type BoardFilter = { order: BoardOrder; search: string; tag: string | null };

const filterIn = (state: unknown): BoardFilter => {
  const { order, search, tag } = (state ?? {}) as Partial<Record<keyof BoardFilter, unknown>>;
  return {
    order: BOARD_ORDERS.find((each) => each === order) ?? 'NEWEST',
    search: typeof search === 'string' ? search : '',
    tag: typeof tag === 'string' ? tag : null,
  };
};

export function useBoardFilter() {
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const filter = filterIn(state);
  return {
    filter,
    narrow: (change: Partial<BoardFilter>) =>
      void navigate(pathname, {
        replace: true,
        preventScrollReset: true,
        state: { ...filter, ...change },
      }),
  };
}
