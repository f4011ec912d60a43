// How many threads wait in each queue, and the sign of each: for the column and for the menu alike.
import {
  type Icon,
  IconArchive,
  IconCircleCheck,
  IconInbox,
  IconMailOpened,
  IconMessageDots,
  IconProgress,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useQuery } from 'urql';
import type { ResultOf } from '../gql/graphql';
import { useHints } from '../session/live';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import type { InboxQueue } from './place';
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

export function Count({ count }: { count: number }) {
  const { threads } = useWords();
  return (
    <span className={classes.count} role="img" aria-label={threads.threadsCount(count)}>
      {count}
    </span>
  );
}
