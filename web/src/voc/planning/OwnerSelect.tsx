// Who looks after a planning item.
import { Select } from '@mantine/core';
import { useQuery } from 'urql';
import { usePlanningWords } from '../../words/planning';
import { OwnersQuery } from './planning.gql';

type Props = {
  value: string | null;
  onChange: (id: string | null) => void;
  /** Whoever it is now, also where they could not be chosen any more. */
  now?: { id: string; name: string } | null;
};

const OWNERS = ['PLANNER', 'LEAD', 'ADMIN'];

export function OwnerSelect({ value, onChange, now = null }: Props) {
  const { planning } = usePlanningWords();
  const [{ data }] = useQuery({ query: OwnersQuery });
  const people = (data?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ active, staffRole }) => active && OWNERS.includes(staffRole ?? ''));
  const choices = now && !people.some(({ id }) => id === now.id) ? [now, ...people] : people;
  return (
    <Select
      label={planning.owner}
      placeholder={planning.noOwner}
      value={value}
      onChange={onChange}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      clearable
      searchable
      comboboxProps={{ withinPortal: false }}
    />
  );
}
