// Sending: one button for contacts; for staff also what happens to the thread afterwards.
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconCircleCheck,
  IconCircleDot,
  IconHourglassLow,
  IconLock,
  IconSend2,
} from '@tabler/icons-react';
import type { ThreadState } from '../gql/words';
import { useWords } from '../words/words';
import classes from './Composer.module.css';
import type { Afterwards } from './outbox';

type Props = {
  note: boolean;
  staff: boolean;
  state: ThreadState;
  disabled: boolean;
  onSend: (afterwards: Afterwards | null) => void;
};

export function SendButtons({ note, staff, state, disabled, onSend }: Props) {
  const { threads } = useWords();
  if (note) {
    return (
      <Button
        size="sm"
        className={classes.sendNote}
        leftSection={<IconLock size={15} aria-hidden />}
        disabled={disabled}
        onClick={() => onSend(null)}
      >
        {threads.writeNote}
      </Button>
    );
  }
  const single = !staff || state === 'CLOSED';
  const send = (
    <Button
      size="sm"
      className={single ? classes.send : classes.sendFirst}
      leftSection={<IconSend2 size={15} aria-hidden />}
      disabled={disabled}
      onClick={() => onSend(null)}
    >
      {threads.send}
    </Button>
  );
  if (single) return send;
  return (
    <Group gap={1} wrap="nowrap" className={classes.send}>
      {send}
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            size={36}
            variant="filled"
            className={classes.sendMore}
            disabled={disabled}
            aria-label={threads.sendMore}
          >
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {state === 'RESOLVED' ? (
            <Menu.Item leftSection={<IconHourglassLow size={16} />} onClick={() => onSend('WAIT_FOR_CLIENT')}>
              {threads.sendWait}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconCircleCheck size={16} />} onClick={() => onSend('RESOLVE')}>
              {threads.sendResolve}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCircleDot size={16} />} onClick={() => onSend('KEEP_OPEN')}>
            {threads.sendKeepOpen}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
