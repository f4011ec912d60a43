// How the list is shown: in which order, and how much of each thread.
import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import { type InboxPlace, ORDERS } from './place';
import { DENSITIES, useDensity } from './useDensity';

export function ViewMenu({ place }: { place: InboxPlace }) {
  const { threads } = useWords();
  const inbox = useInboxWords();
  const [density, setDensity] = useDensity();
  const now = `${threads.orders[place.order]}, ${inbox.densities[density]}`;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={`${inbox.view}: ${now}`} title={now}>
          <IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
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
