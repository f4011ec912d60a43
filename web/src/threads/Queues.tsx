// Which threads of the inbox: a column on a wide screen, one button above the list on a narrow one.
import { Button, NavLink } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Opening } from '../kit/Opening';
import { paths } from '../paths';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { INBOX_QUEUES, type InboxPlace } from './place';
import { Count, countOf, SIGNS, useCounts } from './queueCounts';

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

const loadChoices = () => import('./QueueChoices');

export function QueueMenu({ place }: { place: InboxPlace }) {
  const { shell, threads } = useWords();
  return (
    <Opening
      load={loadChoices}
      given={{ place }}
      target={
        <Button
          variant="subtle"
          size="compact-md"
          className={classes.queueButton}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={`${threads.queues}: ${shell.queues[place.queue]}`}
        >
          {shell.queues[place.queue]}
        </Button>
      }
    />
  );
}
