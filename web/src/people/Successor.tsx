// Who takes over: a colleague who answers, or nobody.
import { Select } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { usePageWords } from '../words/pages';

const Answering = graphql(`
  query Answering {
    people(staff: true, first: 100) {
      edges {
        node {
          id
          name
          staffRole
          active
        }
      }
    }
  }
`);

type Props = { leaving: string; value: string | null; onChange: (id: string | null) => void };

export function Successor({ leaving: personId, value, onChange }: Props) {
  const { leaving, shell } = usePageWords();
  const [{ data }] = useQuery({ query: Answering });
  const colleagues = (data?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, active, staffRole }) => id !== personId && active && staffRole && staffRole !== 'PLANNER');
  return (
    <Select
      label={leaving.successor}
      description={leaving.successorHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={leaving.nobody}
      value={value}
      onChange={onChange}
      data={colleagues.map(({ id, name, staffRole }) => ({
        value: id,
        label: staffRole ? `${name} · ${shell.roles[staffRole]}` : name,
      }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': leaving.nobody }}
      nothingFoundMessage="–"
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={200}
    />
  );
}
