// The desk: queues, threads, and the one that is being answered, side by side; on a narrow screen one after the other.
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconInbox } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import type { BulkMenu } from './BulkBar';
import classes from './Inbox.module.css';
import { InboxList } from './InboxList';
import { useKeys, useKeysSetting } from './keys';
import { notifyRefusal } from './notify';
import { useInboxPlace } from './place';
import { QueueColumn } from './Queues';
import { useDesk } from './useDesk';
import { useInboxThreads } from './useInbox';
import { useMarked } from './useMarked';
import { usePageTitle } from './usePageTitle';
import { useRows } from './useRows';
import { useVisibleHeight } from './useVisibleHeight';

// The list is there before the first thread is opened.
const ThreadView = lazy(() => import('./ThreadView').then((file) => ({ default: file.ThreadView })));

// Not of the first view.
const KeysHelp = lazy(() => import('./KeysHelp').then((file) => ({ default: file.KeysHelp })));
const TeamPanel = lazy(() => import('./Team').then((file) => ({ default: file.TeamPanel })));

const AT_ONCE = { getInitialValueInEffect: false };

export default function InboxPage() {
  const words = useWords();
  const { threads, shell } = words;
  const { leadTeam } = useSignedIn().abilities;
  const { threadId } = useParams();
  const navigate = useNavigate();
  useVisibleHeight();
  const place = useInboxPlace();
  const list = useInboxThreads(place);
  const rows = useRows(list, threadId);
  const marked = useMarked();
  const desk = useDesk();
  const wide = useMediaQuery('(min-width: 900px)', true, AT_ONCE);
  const veryWide = useMediaQuery('(min-width: 1280px)', true, AT_ONCE);
  const [keysOn] = useKeysSetting();
  const [helping, help] = useDisclosure();
  const [menu, setMenu] = useState<BulkMenu>(null);
  const search = useRef<HTMLInputElement>(null);
  const { clear } = marked;
  // Another list: nobody changes what is not in sight.
  useEffect(() => clear(), [place.key, clear]);

  const pathOf = (id: string) => `${paths.inboxThread(id)}${place.suffix}`;
  const open = (id: string | null) => navigate(id ? pathOf(id) : `${paths.inbox}${place.suffix}`);
  const standing = () => rows.current ?? threadId ?? null;
  const extend = async (by: 1 | -1) => {
    const from = rows.current;
    const to = await rows.move(by);
    if (to) marked.extend(from, to);
  };
  const many = marked.ids.size > 0;
  const resolve = async (ids: string[]) => {
    const { left, error } = await desk.change(ids, { resolve: true });
    marked.keep(many ? left : []);
    if (error) notifyRefusal(words, error);
  };
  useKeys(
    {
      down: () => rows.move(1),
      up: () => rows.move(-1),
      open: () => rows.current && open(rows.current),
      back: () => {
        const id = standing();
        void open(null);
        if (id) rows.focus(id);
      },
      mark: () => {
        const id = standing();
        if (id) marked.toggle(id, null);
      },
      markDown: () => extend(1),
      markUp: () => extend(-1),
      all: () => marked.keep(list.shown.rows.map(({ id }) => id)),
      clear: marked.clear,
      search: () => search.current?.focus(),
      undo: desk.undo,
      help: help.open,
      // What is marked comes first; the open thread answers to the same keys when nothing is.
      ...(many
        ? {
            assign: () => setMenu('assign'),
            tag: () => setMenu('tag'),
            resolve: () => resolve([...marked.ids]),
          }
        : !threadId && rows.current
          ? { resolve: () => rows.current && resolve([rows.current]) }
          : {}),
    },
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
          list={list}
          rows={rows}
          marked={marked}
          place={place}
          threadId={threadId}
          search={search}
          withQueues={!veryWide}
          menu={menu}
          setMenu={setMenu}
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
              keys={keysOn && !many}
              pathOf={pathOf}
              onResolved={() => void open(rows.after(threadId))}
              onUndone={() => void open(threadId)}
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
            {leadTeam ? (
              <Suspense fallback={<Loading label={shell.loading} />}>
                <TeamPanel />
              </Suspense>
            ) : (
              <Saying icon={<IconInbox size={28} />} title={threads.chooseTitle}>
                {threads.choose}
              </Saying>
            )}
          </div>
        )
      )}
      <Suspense fallback={null}>{helping && <KeysHelp onClose={help.close} />}</Suspense>
    </div>
  );
}
