// How the list is shown: in which order, and how much of each thread.
import { ActionIcon } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Opening } from '../kit/Opening';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import type { InboxPlace } from './place';
import { useDensity } from './useDensity';

const loadChoices = () => import('./ViewChoices');

export function ViewMenu({ place }: { place: InboxPlace }) {
  const { threads } = useWords();
  const inbox = useInboxWords();
  const [density] = useDensity();
  const now = `${threads.orders[place.order]}, ${inbox.densities[density]}`;
  return (
    <Opening
      load={loadChoices}
      given={{ place }}
      target={
        <ActionIcon variant="subtle" color="gray" size="md" aria-label={`${inbox.view}: ${now}`} title={now}>
          <IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      }
    />
  );
}
