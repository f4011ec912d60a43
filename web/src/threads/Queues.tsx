// Which threads of the inbox: a column on a wide screen, and what its menu on a narrow one shows too.
import { NavLink } from '@mantine/core';
import {
  type Icon,
  IconArchive,
  IconCircleCheck,
  IconInbox,
  IconProgress,
  IconMailOpened,
  IconMessageDots,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { ResultOf } from '../gql/graphql';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { INBOX_QUEUES, type InboxPlace, type InboxQueue } from './place';
import { QueueCountsQuery } from './threads.gql';

export const SIGNS: Record<InboxQueue, Icon> = {
  MINE: IconUser,
  UNASSIGNED: IconUserQuestion,
  WAITING_FOR_US: IconMessageDots,
  UNREAD: IconMailOpened,
  IN_PROGRESS: IconProgress,
  ALL: IconInbox,
  RESOLVED: IconCircleCheck,
  CLOSED: IconArchive,
};

type Counts = ResultOf<typeof QueueCountsQuery>['queueCounts'];

export const countOf = (counts: Counts | undefined, queue: InboxQueue): number | null => {
  if (!counts) return null;
  const { mine, unassigned, waitingForUs, unread, all } = counts;
  return {
    MINE: mine,
    UNASSIGNED: unassigned,
    WAITING_FOR_US: waitingForUs,
    UNREAD: unread,
    IN_PROGRESS: null,
    ALL: all,
    RESOLVED: null,
    CLOSED: null,
  }[queue];
};

export function useCounts(): Counts | undefined {
  const [{ data }, again] = useQuery({ query: QueueCountsQuery });
  useHints(
    (hint) => hint.kind === 'THREAD' || hint.kind === 'READ',
    () => again({ requestPolicy: 'network-only' }),
  );
  return data?.queueCounts;
}

export function QueueColumn({ place, threadId }: { place: InboxPlace; threadId: string | undefined }) {
  const { shell, threads } = useWords();
  const counts = useCounts();
  return (
    <nav className={classes.queues} aria-label={threads.queues}>
      <ul className={classes.queueList} role="list">
        {INBOX_QUEUES.map((queue) => {
          const Sign = SIGNS[queue];
          const count = countOf(counts, queue);
          const here = queue === place.queue;
          return (
            <li key={queue}>
              <NavLink
                component={Link}
                to={`${threadId ? paths.inboxThread(threadId) : paths.inbox}${place.suffixOf(queue)}`}
                replace
                label={shell.queues[queue]}
                leftSection={<Sign size={17} stroke={1.7} aria-hidden />}
                rightSection={count === null ? null : <Count count={count} />}
                active={here}
                aria-current={here || undefined}
                className={classes.queue}
              />
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function Count({ count }: { count: number }) {
  const { threads } = useWords();
  return (
    <span className={classes.count} role="img" aria-label={threads.threadsCount(count)}>
      {count}
    </span>
  );
}
