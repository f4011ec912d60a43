// The filters of the trail: whom, what, when.
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { AUDIT_ACTIONS } from '../words/audit';
import { INSIDE_MAIN } from '../kit/inside';
import { usePageWords } from '../words/pages';
import { FindPeople } from './merging';
import classes from './people.module.css';
import type { useAuditFilters } from './useAuditFilters';

const PersonName = graphql(`
  query PersonName($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
        email
      }
    }
  }
`);

type Props = Pick<ReturnType<typeof useAuditFilters>, 'filters' | 'change' | 'clear' | 'narrowed'>;

export function AuditFilters({ filters, change, clear, narrowed }: Props) {
  const { audit } = usePageWords();
  return (
    <div className={classes.tools} data-fields>
      <PersonFilter value={filters.person} onChange={(id) => change('person', id)} />
      <Select
        label={audit.action}
        placeholder={audit.anyAction}
        value={filters.action}
        onChange={(action) => change('action', action)}
        data={AUDIT_ACTIONS.map((value) => ({ value, label: audit.actions[value] }))}
        clearable
        clearButtonProps={{ 'aria-label': audit.anyAction }}
        comboboxProps={{ portalProps: INSIDE_MAIN }}
      />
      <TextInput
        type="date"
        label={audit.from}
        value={filters.from ?? ''}
        max={filters.to ?? undefined}
        onChange={(event) => change('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={audit.to}
        value={filters.to ?? ''}
        min={filters.from ?? undefined}
        onChange={(event) => change('to', event.currentTarget.value)}
      />
      {narrowed && (
        <Button variant="subtle" color="gray" onClick={clear}>
          {audit.clear}
        </Button>
      )}
    </div>
  );
}

function PersonFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { audit } = usePageWords();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim().slice(0, 100), 180);
  const [{ data }] = useQuery({ query: FindPeople, variables: { search: search || null } });
  const [chosen] = useQuery({ query: PersonName, variables: { id: value ?? '' }, pause: !value });
  const label = (person: { name: string; email: string | null }) =>
    [person.name, person.email].filter(Boolean).join(' · ');
  const found = (data?.people.edges ?? []).map(({ node }) => ({ value: node.id, label: label(node) }));
  const node = chosen.data?.node;
  const here =
    value && !found.some((each) => each.value === value)
      ? [{ value, label: node?.__typename === 'Person' ? label(node) : '…' }]
      : [];
  return (
    <Select
      className={classes.search}
      label={audit.person}
      placeholder={audit.anyPerson}
      value={value}
      onChange={onChange}
      data={[...here, ...found]}
      // The server has looked already, also by initial consonants.
      filter={({ options }) => options}
      searchable
      onSearchChange={setText}
      clearable
      clearButtonProps={{ 'aria-label': audit.anyPerson }}
      nothingFoundMessage={audit.nobodyFound}
      comboboxProps={{ portalProps: INSIDE_MAIN }}
    />
  );
}
