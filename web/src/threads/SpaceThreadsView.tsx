// The threads of a space: what is open by whose turn it is, or one list that was chosen or searched for.
import { IconAlertTriangle, IconChecks, IconMessagePlus, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sayError } from '../kit/errors';
import { Failed, Loading, Saying } from '../kit/states';
import type { Queue } from '../gql/words';
import { useMe, useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { ThreadList } from './ThreadList';
import { type SpaceThreads, useSpaceThreads } from './useSpaceThreads';

export type Filter = 'open' | 'all' | 'mine' | 'closed';

type Props = { handle: string; spaceId: string; ask: ReactNode };

/** All open threads: first those that wait for the reader, then the others, then what was resolved in the last week. */
export function OpenThreads({ handle, spaceId, ask }: Props) {
  const { threads } = useWords();
  const staff = useSignedIn().role !== null;
  const ours = useSpaceThreads(handle, spaceId, 'WAITING_FOR_US', '');
  const theirs = useSpaceThreads(handle, spaceId, 'WAITING_FOR_CLIENT', '');
  const resolved = useSpaceThreads(handle, spaceId, 'RESOLVED', '', 10);
  const lists = [ours, theirs, resolved];
  const waiting = notYet(lists);
  if (waiting) return waiting;
  if (lists.every(({ rows }) => rows.length === 0))
    return <NothingOpen handle={handle} spaceId={spaceId} ask={ask} />;
  const turns = staff
    ? [
        { list: ours, title: threads.ourTurn },
        { list: theirs, title: threads.theirTurn },
      ]
    : [
        { list: theirs, title: threads.answered },
        { list: ours, title: threads.waiting },
      ];
  return (
    <>
      {[...turns, { list: resolved, title: threads.lately }].map(({ list, title }) => (
        <ThreadList key={title} list={list} title={title} handle={handle} />
      ))}
    </>
  );
}

const QUEUES: Record<Exclude<Filter, 'open'>, Queue> = {
  all: 'ALL',
  mine: 'MINE',
  closed: 'CLOSED',
};

/** One list: everything, mine, the closed ones, or what a search finds. */
export function FilteredThreads({
  handle,
  spaceId,
  ask,
  filter,
  search,
}: Props & { filter: Exclude<Filter, 'open'>; search: string }) {
  const { threads } = useWords();
  const staff = useSignedIn().role !== null;
  const list = useSpaceThreads(handle, spaceId, QUEUES[filter], search);
  const waiting = notYet([list]);
  if (waiting) return waiting;
  if (list.rows.length > 0)
    return (
      <ThreadList
        list={list}
        handle={handle}
        title={filter === 'mine' && staff ? threads.filter.assigned : threads.filter[filter]}
      />
    );
  if (search) {
    return (
      <Saying icon={<IconSearchOff size={28} />} title={threads.nothingFoundTitle}>
        {threads.nothingFound(search)}
      </Saying>
    );
  }
  if (filter === 'closed') return <Saying icon={<IconChecks size={28} />} title={threads.nothingClosed} />;
  if (filter === 'mine') {
    return staff ? (
      <Saying icon={<IconChecks size={28} />} title={threads.nothingAssigned} />
    ) : (
      <Saying icon={<IconMessagePlus size={28} />} title={threads.nothingMineTitle} action={ask}>
        {threads.nothingMine}
      </Saying>
    );
  }
  return <First ask={ask} />;
}

/** Nothing is open: either nothing was ever asked, or everything is done. */
function NothingOpen({ handle, spaceId, ask }: Props) {
  const { threads } = useWords();
  const all = useSpaceThreads(handle, spaceId, 'ALL', '');
  const closed = useSpaceThreads(handle, spaceId, 'CLOSED', '');
  const waiting = notYet([all, closed]);
  if (waiting) return waiting;
  if (all.rows.length === 0 && closed.rows.length === 0) return <First ask={ask} />;
  return (
    <Saying icon={<IconChecks size={28} />} title={threads.nothingOpenTitle} action={ask}>
      {threads.nothingOpen}
    </Saying>
  );
}

function First({ ask }: { ask: ReactNode }) {
  const { threads } = useWords();
  const staff = useSignedIn().role !== null;
  const provider = useMe().installation?.providerName ?? '';
  return (
    <Saying
      icon={<IconMessagePlus size={28} />}
      title={staff ? threads.staffFirstTitle : threads.firstTitle}
      action={ask}
    >
      {staff ? threads.staffFirst : threads.first(provider)}
    </Saying>
  );
}

/** What stands there until every list has come, or one has failed. */
function notYet(lists: readonly SpaceThreads[]): ReactNode {
  const broken = lists.find(({ loaded, error }) => !loaded && error);
  if (broken) return <Broken list={broken} retry={() => lists.forEach((list) => void list.refresh())} />;
  return lists.every(({ loaded }) => loaded) ? null : <Waiting />;
}

function Waiting() {
  return <Loading label={useWords().shell.loading} />;
}

function Broken({ list, retry }: { list: SpaceThreads; retry: () => void }) {
  const words = useWords();
  const { shell } = words;
  const text = sayError(words, list.error ?? undefined) ?? shell.failed;
  return (
    <Failed
      icon={<IconAlertTriangle size={28} />}
      title={shell.failedTitle}
      text={text}
      retry={shell.retry}
      onRetry={retry}
    />
  );
}
