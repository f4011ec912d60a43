// The queues as a menu, where there is no room for their column.
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Opened } from '../kit/Opening';
import { useWords } from '../words/words';
import { INBOX_QUEUES, type InboxPlace } from './place';
import { Count, countOf, SIGNS, useCounts } from './queueCounts';

export default function QueueChoices({ target, place }: Opened & { place: InboxPlace }) {
  const { shell } = useWords();
  const counts = useCounts();
  return (
    <Menu defaultOpened position="bottom-start" width={230} withinPortal>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {INBOX_QUEUES.map((queue) => {
          const Sign = SIGNS[queue];
          const count = countOf(counts, queue);
          const here = queue === place.queue;
          return (
            <Menu.Item
              key={queue}
              leftSection={
                here ? <IconCheck size={16} aria-hidden /> : <Sign size={16} stroke={1.7} aria-hidden />
              }
              rightSection={count === null ? null : <Count count={count} />}
              aria-current={here || undefined}
              onClick={() => place.change({ queue, q: '', assignee: '', tag: '', company: '' })}
            >
              {shell.queues[queue]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
