// What the list can be narrowed to: a colleague, a tag, a company.
import { Button, type OptionsFilter, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import { FILTERS, type InboxPlace } from './place';
import { useFilterNames } from './useFilterNames';

const AS_FOUND: OptionsFilter = ({ options }) => options;

export function FilterChoices({ place }: { place: InboxPlace }) {
  const { threads } = useWords();
  const inbox = useInboxWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const { options } = useFilterNames(place, true, search);
  const labels = { assignee: threads.assignee, tag: threads.tags, company: inbox.company };
  return (
    <Stack gap="xs">
      {FILTERS.map((kind) => (
        <Select
          key={kind}
          size="xs"
          label={labels[kind]}
          data={options[kind]}
          value={place[kind]}
          onChange={(value) => place.change({ [kind]: value ?? '' })}
          searchable
          // The first has the focus at once; its list would hide the others.
          openOnFocus={false}
          clearable
          clearSectionMode="clear"
          clearButtonProps={{ 'aria-label': inbox.without(labels[kind]) }}
          nothingFoundMessage={inbox.noneFound}
          maxDropdownHeight={220}
          comboboxProps={{ withinPortal: false }}
          // The server searches companies, by initial consonants too.
          {...(kind === 'company' ? { onSearchChange: setTyped, filter: AS_FOUND } : {})}
        />
      ))}
      {place.narrowed && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => place.change({ assignee: '', tag: '', company: '' })}
        >
          {inbox.clearFilters}
        </Button>
      )}
    </Stack>
  );
}
