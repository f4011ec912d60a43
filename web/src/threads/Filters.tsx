// Narrows the list: whose threads, with which tag, of which company. The address keeps it all.
import { ActionIcon, CloseButton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { Opening } from '../kit/Opening';
import { useInboxWords } from '../words/inbox';
import classes from './Inbox.module.css';
import { FILTERS, type InboxPlace } from './place';
import { useFilterNames } from './useFilterNames';

const loadChoices = () => import('./FilterPopover');

export function FilterButton({ place }: { place: InboxPlace }) {
  const inbox = useInboxWords();
  const label = place.narrowed ? inbox.filterOn : inbox.filter;
  return (
    <Opening
      load={loadChoices}
      given={{ place }}
      popup="dialog"
      target={
        <ActionIcon
          variant={place.narrowed ? 'light' : 'subtle'}
          color={place.narrowed ? undefined : 'gray'}
          size="md"
          aria-label={label}
          title={label}
        >
          <IconFilter size={17} stroke={1.7} aria-hidden />
        </ActionIcon>
      }
    />
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
