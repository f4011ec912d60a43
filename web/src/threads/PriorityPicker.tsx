// How urgent a thread is; contacts never see it.
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { Priority } from '../gql/words';
import { useWords } from '../words/words';
import { useKeys } from './keys';
import { PriorityMark } from './PriorityMark';
import classes from './ThreadView.module.css';
import { SetThreadPriority, type ThreadHead } from './threads.gql';
import type { ThreadModel } from './useThread';

export const PRIORITIES: readonly Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];

const sign = (priority: Priority) =>
  priority === 'NORMAL' ? <IconMinus size={15} aria-hidden /> : <PriorityMark priority={priority} />;

export function PriorityPicker({
  model,
  thread,
  keys,
}: {
  model: ThreadModel;
  thread: ThreadHead;
  keys: boolean;
}) {
  const { threads } = useWords();
  const [, set] = useMutation(SetThreadPriority);
  const [opened, setOpened] = useState(false);
  useKeys({ priority: () => setOpened(true) }, keys);
  const now = thread.priority ?? 'NORMAL';
  return (
    <Menu position="bottom-start" withinPortal opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          className={classes.tool}
          leftSection={sign(now)}
          aria-label={`${threads.priority}: ${threads.priorities[now]}`}
        >
          {threads.priorities[now]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{threads.priority}</Menu.Label>
        {PRIORITIES.map((priority) => (
          <Menu.Item
            key={priority}
            leftSection={sign(priority)}
            rightSection={priority === now ? <IconCheck size={15} aria-hidden /> : null}
            aria-current={priority === now || undefined}
            onClick={() => {
              if (priority !== now)
                void model.command({ priority }, () => set({ input: { threadId: thread.id, priority } }));
            }}
          >
            {threads.priorities[priority]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
