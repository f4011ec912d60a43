// A list that is read page by page, kept while the session lives, and read again whole when a hint says so.
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';

export type Page<Row, Head> = { rows: Row[]; next: string | null; head: Head };
export type FetchPage<Row, Head> = (
  after: string | null,
  first: number,
) => Promise<Page<Row, Head> | CombinedError>;

export type PagesState<Row, Head> = {
  rows: readonly Row[];
  head: Head | null;
  /** The cursor of the page after these rows. */
  next: string | null;
  loaded: boolean;
  loadingMore: boolean;
  error: CombinedError | null;
};

/** The server gives at most this many rows at once. */
const MOST = 100;

/** As a comparison for sorting: negative when the first stands above the second. */
type Order<Row> = (one: Row, other: Row) => number;

const isPage = <Row, Head>(answer: Page<Row, Head> | CombinedError): answer is Page<Row, Head> =>
  'rows' in answer;

export class Pages<Row extends { id: string }, Head> {
  private state: PagesState<Row, Head> = {
    rows: [],
    head: null,
    next: null,
    loaded: false,
    loadingMore: false,
    error: null,
  };
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private again = false;
  private reach = Number.POSITIVE_INFINITY;

  constructor(
    private readonly size: number,
    private readonly fetch: FetchPage<Row, Head>,
  ) {}

  readonly get = (): PagesState<Row, Head> => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Reads again everything that is shown. A wish during a reading makes one more, not many. */
  readonly refresh = (): Promise<void> => {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.readAll().finally(() => {
      this.running = null;
    });
    return this.running;
  };

  readonly loadMore = async (): Promise<void> => {
    const { next, loadingMore } = this.state;
    if (!next || loadingMore) return;
    this.set({ loadingMore: true });
    await this.running;
    const answer = await this.fetch(this.state.next ?? next, this.size);
    if (!isPage(answer)) return this.set({ loadingMore: false, error: answer });
    const known = new Set(this.state.rows.map(({ id }) => id));
    const rows = [...this.state.rows, ...answer.rows.filter(({ id }) => !known.has(id))];
    this.set({ rows, next: answer.next, loadingMore: false, error: null });
  };

  /** Shows a change before the server has confirmed it; the next reading tells the truth. */
  readonly patchHead = (change: Partial<Head>): void => {
    if (this.state.head) this.set({ head: { ...this.state.head, ...change } });
  };

  /** Somebody sees so many rows. Those below are forgotten by the next refresh and come back by scrolling. */
  readonly reaches = (rows: number): void => {
    this.reach = rows;
  };

  /** Takes in the news of some rows: `rows` are those of `ids` that are in the list now, wherever they stood before. */
  readonly merge = (ids: ReadonlySet<string>, rows: readonly Row[], order: Order<Row>): void => {
    // A reading on its way may be older than the news.
    if (this.running) this.again = true;
    const { next } = this.state;
    const merged = this.state.rows.filter(({ id }) => !ids.has(id));
    for (const row of rows) {
      const at = merged.findIndex((other) => order(row, other) <= 0);
      if (at >= 0) merged.splice(at, 0, row);
      // Below the last row that was loaded it comes with its page.
      else if (next === null) merged.push(row);
    }
    this.set({ rows: merged });
  };

  private async readAll(): Promise<void> {
    do {
      this.again = false;
      // Asked again for each page: somebody may scroll meanwhile.
      const wanted = () => Math.max(this.size, Math.min(this.state.rows.length, this.reach));
      const rows: Row[] = [];
      let head: Head | null = null;
      let next: string | null = null;
      do {
        const answer = await this.fetch(next, Math.min(MOST, Math.max(1, wanted() - rows.length)));
        if (!isPage(answer)) {
          this.set({ error: answer });
          return;
        }
        head ??= answer.head;
        rows.push(...answer.rows);
        next = answer.next;
      } while (next && rows.length < wanted());
      this.set({ rows, head, next, loaded: true, error: null });
    } while (this.again);
  }

  private set(change: Partial<PagesState<Row, Head>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Lists live as long as the client, which is made anew when another person signs in. */
const kept = new WeakMap<Client, Map<string, Pages<never, never>>>();
const MOST_KEPT = 80;

function pagesOf<Row extends { id: string }, Head>(
  client: Client,
  key: string,
  size: number,
  fetch: FetchPage<Row, Head>,
): Pages<Row, Head> {
  const all = kept.get(client) ?? new Map<string, Pages<never, never>>();
  kept.set(client, all);
  const found = all.get(key) as unknown as Pages<Row, Head> | undefined;
  const pages = found ?? new Pages<Row, Head>(size, fetch);
  all.delete(key);
  all.set(key, pages as unknown as Pages<never, never>);
  const oldest = all.keys().next();
  if (all.size > MOST_KEPT && !oldest.done) all.delete(oldest.value);
  return pages;
}

/** The list of this key: what was seen before at once, then what the server says now. */
export function usePages<Row extends { id: string }, Head>(
  key: string,
  size: number,
  fetch: FetchPage<Row, Head>,
) {
  const client = useClient();
  // The key names everything that the reading depends on, so the first `fetch` of a key stays right.
  const first = useRef(fetch);
  first.current = fetch;
  const pages = useMemo(() => pagesOf<Row, Head>(client, key, size, first.current), [client, key, size]);
  useEffect(() => void pages.refresh(), [pages]);
  const state = useSyncExternalStore(pages.subscribe, pages.get);
  return {
    ...state,
    refresh: pages.refresh,
    loadMore: pages.loadMore,
    reaches: pages.reaches,
    merge: pages.merge,
    patchHead: pages.patchHead,
  };
}
