// What the list can be narrowed to, beside its button.
import { Popover } from '@mantine/core';
import { cloneElement, useState } from 'react';
import type { Opened } from '../kit/Opening';
import { useInboxWords } from '../words/inbox';
import { FilterChoices } from './FilterChoices';
import type { InboxPlace } from './place';

export default function FilterPopover({ target, place }: Opened & { place: InboxPlace }) {
  const inbox = useInboxWords();
  const [opened, setOpened] = useState(true);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={260}
      trapFocus
      withinPortal
      returnFocus
    >
      <Popover.Target>
        {cloneElement(target, { onClick: () => setOpened((open) => !open) } as object)}
      </Popover.Target>
      <Popover.Dropdown aria-label={inbox.filter}>
        {opened && <FilterChoices place={place} />}
      </Popover.Dropdown>
    </Popover>
  );
}
