// The threads of one queue: search, order, rows, more while one scrolls.
import { ActionIcon, Button, Menu, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconArrowsSort,
  IconCheck,
  IconChecks,
  IconListCheck,
  IconSearchOff,
} from '@tabler/icons-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { sayError } from '../kit/errors';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { useWords } from '../words/words';
import { BulkBar } from './BulkBar';
import classes from './Inbox.module.css';
import { InboxRow } from './InboxRow';
import { InboxSearch } from './InboxSearch';
import { KeysHelpButton } from './KeysHelp';
import { QueueMenu } from './Queues';
import { type InboxPlace, ORDERS, useInboxThreads } from './useInbox';
import type { Marked } from './useMarked';

type Props = {
  marked: Marked;
  place: InboxPlace;
  threadId: string | undefined;
  search: RefObject<HTMLInputElement | null>;
  withQueues: boolean;
  onHelp: () => void;
};

export function InboxList({ marked, place, threadId, search, withQueues, onHelp }: Props) {
  const { threads, shell } = useWords();
  return (
    <section className={classes.listColumn} aria-label={`${threads.list}: ${shell.queues[place.queue]}`}>
      <div className={classes.listHead}>
        <div className={classes.listTitle}>
          {withQueues ? (
            <QueueMenu place={place} />
          ) : (
            <Title order={2} className={classes.queueName}>
              {shell.queues[place.queue]}
            </Title>
          )}
          <MarkButton marked={marked} />
          <OrderMenu place={place} />
          <KeysHelpButton onClick={onHelp} />
        </div>
        <InboxSearch key={place.queue} place={place} field={search} />
      </div>
      <Rows marked={marked} place={place} threadId={threadId} />
    </section>
  );
}

function MarkButton({ marked }: { marked: Marked }) {
  const { threads } = useWords();
  return (
    <ActionIcon
      variant={marked.on ? 'light' : 'subtle'}
      color={marked.on ? undefined : 'gray'}
      size="md"
      aria-pressed={marked.on}
      aria-label={threads.bulk.begin}
      title={`${threads.bulk.begin} (x)`}
      onClick={marked.on ? marked.clear : marked.begin}
    >
      <IconListCheck size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

function OrderMenu({ place }: { place: InboxPlace }) {
  const { threads } = useWords();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={`${threads.order}: ${threads.orders[place.order]}`}
          title={threads.orders[place.order]}
        >
          <IconArrowsSort size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ORDERS.map((order) => (
          <Menu.Item
            key={order}
            aria-current={order === place.order || undefined}
            rightSection={order === place.order ? <IconCheck size={15} aria-hidden /> : null}
            onClick={() => place.change({ order: order === 'NEWEST' ? '' : order })}
          >
            {threads.orders[order]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Rows({ marked, place, threadId }: Pick<Props, 'marked' | 'place' | 'threadId'>) {
  const words = useWords();
  const { shell } = words;
  const list = useInboxThreads(place);
  const box = useRef<HTMLDivElement>(null);
  const { ref: end, entry } = useIntersection({
    root: box.current,
    rootMargin: '400px',
  });
  // While a search is on its way, what was there stays, so that nothing jumps.
  const before = useRef(list);
  if (list.loaded) before.current = list;
  const shown = list.loaded ? list : before.current;
  const reached = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (reached && list.next && !list.error) void list.loadMore();
  }, [reached, list.next, list.error, list.loadMore]);
  const { clear, toggle } = marked;
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    // Another list: nobody changes what is not in sight.
    clear();
  }, [place.queue, place.order, place.search, clear]);
  const ids = useMemo(() => shown.rows.map(({ id }) => id), [shown.rows]);
  const onMark = useCallback(
    (id: string, through: boolean) => toggle(id, through ? ids : null),
    [toggle, ids],
  );

  if (!list.loaded && list.error) {
    return (
      <Failed
        icon={<IconAlertTriangle size={28} />}
        title={shell.failedTitle}
        text={sayError(words, list.error) ?? shell.failed}
        retry={shell.retry}
        onRetry={() => void list.refresh()}
      />
    );
  }
  if (!shown.loaded) return <Loading rows={8} label={shell.loading} />;
  return (
    <>
      <div
        ref={box}
        className={classes.scroll}
        aria-busy={!list.loaded}
        data-stale={!list.loaded || undefined}
      >
        {shown.rows.length === 0 ? (
          <Nothing search={place.search} />
        ) : (
          <ul className={classes.list} role="list" data-marking={marked.on || undefined}>
            {shown.rows.map((thread) => (
              <InboxRow
                key={thread.id}
                thread={thread}
                to={`${paths.inboxThread(thread.id)}${place.suffix}`}
                here={thread.id === threadId}
                marked={marked.ids.has(thread.id)}
                onMark={onMark}
              />
            ))}
          </ul>
        )}
        {shown.next && (
          <div ref={end} className={classes.more}>
            <Button
              variant="subtle"
              size="xs"
              loading={list.loadingMore}
              onClick={() => void list.loadMore()}
            >
              {shell.more}
            </Button>
          </div>
        )}
      </div>
      {marked.on && <BulkBar marked={marked} all={ids} />}
    </>
  );
}

function Nothing({ search }: { search: string }) {
  const { threads } = useWords();
  return search ? (
    <Saying icon={<IconSearchOff size={28} />} title={threads.nothingFoundTitle}>
      {threads.nothingFound(search)}
    </Saying>
  ) : (
    <Saying icon={<IconChecks size={28} />} title={threads.emptyQueueTitle}>
      {threads.emptyQueue}
    </Saying>
  );
}
