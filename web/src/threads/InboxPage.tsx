// The desk: queues, threads, and the one that is being answered, side by side; on a narrow screen one after the other.
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconInbox } from '@tabler/icons-react';
import { lazy, Suspense, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { InboxList } from './InboxList';
import { useKeys, useKeysSetting } from './keys';
import { KeysHelp } from './KeysHelp';
import { QueueColumn } from './Queues';
import { useInboxPlace } from './useInbox';
import { useMarked } from './useMarked';
import { usePageTitle } from './usePageTitle';
import { useRowKeys } from './useRowKeys';
import { useVisibleHeight } from './useVisibleHeight';

// The list is there before the first thread is opened.
const ThreadView = lazy(() => import('./ThreadView').then((file) => ({ default: file.ThreadView })));

const AT_ONCE = { getInitialValueInEffect: false };

export default function InboxPage() {
  const { threads, shell } = useWords();
  const { threadId } = useParams();
  useVisibleHeight();
  const place = useInboxPlace();
  const wide = useMediaQuery('(min-width: 900px)', true, AT_ONCE);
  const veryWide = useMediaQuery('(min-width: 1280px)', true, AT_ONCE);
  const [keysOn] = useKeysSetting();
  const [helping, help] = useDisclosure();
  const search = useRef<HTMLInputElement>(null);
  const { down, up, current } = useRowKeys(threadId);
  const marked = useMarked();
  const mark = () => {
    const id = current();
    if (id) marked.toggle(id, null);
  };
  useKeys(
    { j: down, k: up, x: mark, '/': () => search.current?.focus(), '?': help.open, Escape: marked.clear },
    keysOn,
  );
  usePageTitle(threadId ? null : threads.inboxTitle);
  const showList = wide || !threadId;
  return (
    <div className={classes.page}>
      <VisuallyHidden>
        <h1>{threads.inboxTitle}</h1>
      </VisuallyHidden>
      {veryWide && <QueueColumn place={place} threadId={threadId} />}
      {showList && (
        <InboxList
          marked={marked}
          place={place}
          threadId={threadId}
          search={search}
          withQueues={!veryWide}
          onHelp={help.open}
        />
      )}
      {threadId ? (
        <div className={classes.thread}>
          <Suspense fallback={<Loading label={shell.loading} />}>
            <ThreadView
              key={threadId}
              threadId={threadId}
              order={2}
              keys={keysOn}
              pathOf={(id) => `${paths.inboxThread(id)}${place.suffix}`}
              back={
                wide ? null : (
                  <ActionIcon
                    component={Link}
                    to={`${paths.inbox}${place.suffix}`}
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={threads.backToInbox}
                  >
                    <IconArrowLeft size={20} aria-hidden />
                  </ActionIcon>
                )
              }
            />
          </Suspense>
        </div>
      ) : (
        wide && (
          <div className={classes.thread}>
            <Saying icon={<IconInbox size={28} />} title={threads.chooseTitle}>
              {threads.choose}
            </Saying>
          </div>
        )
      )}
      {helping && <KeysHelp onClose={help.close} />}
    </div>
  );
}
