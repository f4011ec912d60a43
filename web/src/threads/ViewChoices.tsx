// In which order the list stands, and how much it shows of each thread.
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Opened } from '../kit/Opening';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import { type InboxPlace, ORDERS } from './place';
import { DENSITIES, useDensity } from './useDensity';

export default function ViewChoices({ target, place }: Opened & { place: InboxPlace }) {
  const { threads } = useWords();
  const inbox = useInboxWords();
  const [density, setDensity] = useDensity();
  return (
    <Menu defaultOpened position="bottom-end" withinPortal>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{threads.order}</Menu.Label>
        {ORDERS.map((order) => (
          <Menu.Item
            key={order}
            aria-current={order === place.order || undefined}
            rightSection={order === place.order ? <IconCheck size={15} aria-hidden /> : null}
            onClick={() => place.change({ order: order === 'NEWEST' ? '' : order })}
          >
            {threads.orders[order]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{inbox.density}</Menu.Label>
        {DENSITIES.map((each) => (
          <Menu.Item
            key={each}
            aria-current={each === density || undefined}
            rightSection={each === density ? <IconCheck size={15} aria-hidden /> : null}
            onClick={() => setDensity(each)}
          >
            {inbox.densities[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
