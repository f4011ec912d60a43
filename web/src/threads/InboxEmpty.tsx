// A list without threads: why, and what to do first.
import { Button } from '@mantine/core';
import { IconChecks, IconFilterOff, IconSearchOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Saying } from '../kit/states';
import { paths } from '../paths';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import type { InboxPlace, InboxQueue } from './place';

/** Where the work goes on when a queue is done. */
const NEXT: Partial<Record<InboxQueue, InboxQueue>> = {
  MINE: 'UNASSIGNED',
  UNASSIGNED: 'WAITING_FOR_US',
  RESOLVED: 'CLOSED',
};

export function InboxEmpty({ place }: { place: InboxPlace }) {
  return (
    <div className={classes.scroll}>
      <Why place={place} />
    </div>
  );
}

function Why({ place }: { place: InboxPlace }) {
  const { threads, shell } = useWords();
  const inbox = useInboxWords();
  if (place.search) {
    return (
      <Saying
        icon={<IconSearchOff size={28} />}
        title={threads.nothingFoundTitle}
        action={
          <Button variant="light" size="xs" onClick={() => place.change({ q: '' })}>
            {threads.clearSearch}
          </Button>
        }
      >
        {threads.nothingFound(place.search)}
      </Saying>
    );
  }
  if (place.narrowed) {
    return (
      <Saying
        icon={<IconFilterOff size={28} />}
        title={inbox.nothingNarrowed}
        action={
          <Button
            variant="light"
            size="xs"
            onClick={() => place.change({ assignee: '', tag: '', company: '' })}
          >
            {inbox.clearFilters}
          </Button>
        }
      >
        {inbox.nothingNarrowedHint}
      </Saying>
    );
  }
  const { title, text } = inbox.empty[place.queue];
  const next = NEXT[place.queue];
  return (
    <Saying
      icon={<IconChecks size={28} />}
      title={title}
      action={
        next && (
          <Button
            component={Link}
            to={`${paths.inbox}${place.suffixOf(next)}`}
            replace
            variant="light"
            size="xs"
          >
            {inbox.goTo(shell.queues[next])}
          </Button>
        )
      }
    >
      {text}
    </Saying>
  );
}
