// The search of the inbox: what is typed goes into the address a moment later. Give it the queue as `key`.
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useWords } from '../words/words';
import type { InboxPlace } from './useInbox';

export function InboxSearch({
  place,
  field,
}: {
  place: InboxPlace;
  field: RefObject<HTMLInputElement | null>;
}) {
  const { threads } = useWords();
  const [typed, setTyped] = useState(place.search);
  const look = useDebouncedCallback((q: string) => place.change({ q }), 250);
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
      rightSection={
        typed ? <CloseButton size="sm" aria-label={threads.clearSearch} onClick={() => write('')} /> : null
      }
    />
  );
}
