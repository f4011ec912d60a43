// The threads of one queue: what is shown, how, and its rows or why there are none.
import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lazy, type RefObject, Suspense } from 'react';
import { sayError } from '../kit/errors';
import { Failed } from '../kit/states';
import { useWords } from '../words/words';
import type { BulkMenu } from './BulkBar';
import { FilterButton, FilterLine } from './Filters';
import classes from './Inbox.module.css';
import { KeysHelpButton, MarkButton, TeamButton } from './InboxButtons';
import { InboxEmpty } from './InboxEmpty';
import { InboxRows } from './InboxRows';
import { InboxSearch } from './InboxSearch';
import { InboxWaiting } from './InboxWaiting';
import type { InboxPlace } from './place';
import { QueueMenu } from './QueueMenu';
import type { InboxThreads } from './useInbox';
import type { Marked } from './useMarked';
import type { Rows } from './useRows';
import { ViewMenu } from './ViewMenu';

// Most visits change nothing in many.
const BulkBar = lazy(() => import('./BulkBar').then((file) => ({ default: file.BulkBar })));

type Props = {
  list: InboxThreads;
  rows: Rows;
  marked: Marked;
  place: InboxPlace;
  threadId: string | undefined;
  search: RefObject<HTMLInputElement | null>;
  withQueues: boolean;
  /** Which menu of the bar for many is open: keys open them too. */
  menu: BulkMenu;
  setMenu: (menu: BulkMenu) => void;
  onHelp: () => void;
};

export function InboxList(props: Props) {
  const { marked, place, search, withQueues, onHelp } = props;
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
          <TeamButton />
          <MarkButton marked={marked} />
          <FilterButton place={place} />
          <ViewMenu place={place} />
          <KeysHelpButton onClick={onHelp} />
        </div>
        <InboxSearch place={place} field={search} />
        <FilterLine place={place} />
      </div>
      <Body {...props} />
    </section>
  );
}

function Body({ list, rows, marked, place, threadId, menu, setMenu }: Props) {
  const words = useWords();
  const { shell } = words;
  const { shown, stale, error, refresh } = list;
  if (stale && error) {
    return (
      <Failed
        icon={<IconAlertTriangle size={28} />}
        title={shell.failedTitle}
        text={sayError(words, error) ?? shell.failed}
        retry={shell.retry}
        onRetry={() => void refresh()}
      />
    );
  }
  if (!shown.loaded) return <InboxWaiting />;
  return (
    <>
      {shown.rows.length === 0 ? (
        <InboxEmpty place={place} />
      ) : (
        <InboxRows
          key={shown.key}
          list={list}
          rows={rows}
          marked={marked}
          place={place}
          threadId={threadId}
        />
      )}
      <Suspense fallback={null}>
        {marked.on && <BulkBar marked={marked} all={shown.rows} menu={menu} setMenu={setMenu} />}
      </Suspense>
    </>
  );
}
