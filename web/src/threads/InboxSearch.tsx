// The search of the inbox: what is typed goes into the address a moment later, and what the address says is shown.
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words';
import type { InboxPlace } from './place';
import { isComposing } from './typing';

export function InboxSearch({
  place,
  field,
}: {
  place: InboxPlace;
  field: RefObject<HTMLInputElement | null>;
}) {
  const { threads } = useWords();
  const [typed, setTyped] = useState(place.search);
  /** What was last sent to the address from here: anything else there came from elsewhere and counts. */
  const sent = useRef(place.search);
  const look = useDebouncedCallback((q: string) => {
    sent.current = q;
    place.change({ q });
  }, 250);
  useEffect(() => {
    if (place.search === sent.current) return;
    sent.current = place.search;
    setTyped(place.search);
  }, [place.search]);
  const write = (next: string) => {
    setTyped(next);
    look(next.trim());
  };
  return (
    <TextInput
      ref={field}
      type="search"
      size="sm"
      aria-label={threads.searchInbox}
      placeholder={threads.searchInboxHint}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter and Esc lead back to the list; by itself the browser would empty the field on Esc.
        if ((event.key !== 'Enter' && event.key !== 'Escape') || isComposing(event)) return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
      rightSection={
        typed ? <CloseButton size="sm" aria-label={threads.clearSearch} onClick={() => write('')} /> : null
      }
    />
  );
}
