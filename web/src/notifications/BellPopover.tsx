// The notifications beside the bell.
import { Popover } from '@mantine/core';
import { cloneElement, useState } from 'react';
import type { Opened } from '../kit/Opening';
import { useWords } from '../words/words';
import { BellList } from './BellList';
import classes from './notifications.module.css';

export default function BellPopover({ target }: Opened) {
  const { notifications } = useWords();
  const [opened, setOpened] = useState(true);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      shadow="lg"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        {cloneElement(target, { onClick: () => setOpened((open) => !open) } as object)}
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.popover} aria-label={notifications.title}>
        <BellList onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
