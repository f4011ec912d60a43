// The rows of one list: those in sight, more while one scrolls, and the button for who does not scroll.
import { Button } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { paths } from '../paths';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { InboxRow } from './InboxRow';
import type { InboxPlace } from './place';
import { ROW_HEIGHT, useDensity } from './useDensity';
import type { InboxThreads } from './useInbox';
import type { Marked } from './useMarked';
import type { Rows } from './useRows';
import { useVirtualRows } from './useVirtualRows';

/** The next page is on its way before its place comes into sight. */
const AHEAD = 20;

type Props = {
  list: InboxThreads;
  rows: Rows;
  marked: Marked;
  place: InboxPlace;
  threadId: string | undefined;
};

/** Give it the list's key as `key`: another list begins where it was left. */
export function InboxRows({ list, rows, marked, place, threadId }: Props) {
  const { threads, shell } = useWords();
  const inbox = useInboxWords();
  const [density] = useDensity();
  const box = useRef<HTMLDivElement>(null);
  const { shown, stale, error, loadingMore, loadMore, reaches } = list;
  const items = shown.rows;
  const height = ROW_HEIGHT[density];
  const virtual = useVirtualRows({ box, listKey: shown.key, items, rows, height });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    reaches(last + AHEAD);
    if (shown.next && !stale && !error && last > items.length - AHEAD) void loadMore();
  }, [last, items.length, shown.next, stale, error, loadMore, reaches]);

  const { toggle } = marked;
  const latest = useRef(items);
  latest.current = items;
  const onMark = useCallback(
    (id: string, through: boolean) => toggle(id, through ? latest.current.map((thread) => thread.id) : null),
    [toggle],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -items.length, End: items.length }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void rows.move(by);
  };
  return (
    <div ref={box} className={classes.scroll} aria-busy={stale} data-stale={stale || undefined}>
      <ul
        className={classes.list}
        role="list"
        aria-label={threads.list}
        data-density={density}
        data-marking={marked.on || undefined}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {drawn.map(({ index, key, start }) => {
          const thread = items[index];
          return (
            thread && (
              <InboxRow
                key={key}
                thread={thread}
                top={start}
                position={index + 1}
                count={shown.next ? -1 : items.length}
                to={`${paths.inboxThread(thread.id)}${place.suffix}`}
                here={thread.id === threadId}
                reached={index === rows.active}
                onStand={rows.stand}
                marked={marked.ids.has(thread.id)}
                onMark={onMark}
              />
            )
          );
        })}
      </ul>
      {shown.next && (
        <div className={classes.more} role={error ? 'alert' : undefined}>
          {error && <span>{inbox.moreFailed}</span>}
          <Button variant="subtle" size="xs" loading={loadingMore} onClick={() => void loadMore()}>
            {error ? shell.retry : shell.more}
          </Button>
        </div>
      )}
    </div>
  );
}
