// Narrows the list: whose threads, with which tag, of which company. The address keeps it all.
import { ActionIcon, CloseButton, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useInboxWords } from '../words/inbox';
import classes from './Inbox.module.css';
import { FILTERS, type InboxPlace } from './place';
import { useFilterNames } from './useFilterNames';

const FilterChoices = lazy(() => import('./FilterChoices').then((file) => ({ default: file.FilterChoices })));

export function FilterButton({ place }: { place: InboxPlace }) {
  const inbox = useInboxWords();
  const [opened, { toggle, close }] = useDisclosure();
  const label = place.narrowed ? inbox.filterOn : inbox.filter;
  return (
    <Popover
      opened={opened}
      onChange={close}
      position="bottom-end"
      width={260}
      trapFocus
      withinPortal
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant={place.narrowed ? 'light' : 'subtle'}
          color={place.narrowed ? undefined : 'gray'}
          size="md"
          aria-label={label}
          title={label}
          onClick={toggle}
        >
          <IconFilter size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={inbox.filter}>
        <Suspense fallback={null}>{opened && <FilterChoices place={place} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What the list is narrowed to, each to be taken away. */
export function FilterLine({ place }: { place: InboxPlace }) {
  const inbox = useInboxWords();
  const { nameOf } = useFilterNames(place, false);
  if (!place.narrowed) return null;
  return (
    <div className={classes.filters}>
      {FILTERS.filter((kind) => place[kind]).map((kind) => (
        <span key={kind} className={classes.filter}>
          <span className={classes.filterName}>{nameOf(kind)}</span>
          <CloseButton
            size={24}
            iconSize={13}
            aria-label={inbox.without(nameOf(kind))}
            onClick={() => place.change({ [kind]: '' })}
          />
        </span>
      ))}
    </div>
  );
}
