// Which threads of the inbox, where there is no room for a column: one button above the list.
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Opening } from '../kit/Opening';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import type { InboxPlace } from './place';

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
