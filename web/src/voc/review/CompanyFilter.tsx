// One company out of hundreds: found by a part of its name or its first consonants.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/graphql';
import { useWords } from '../../words/words';
import { INSIDE_MAIN } from '../../kit/inside';
import classes from './review.module.css';

const CompanyChoiceQuery = graphql(`
  query CompanyChoice($search: String) {
    companies(first: 20, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const CompanyNameQuery = graphql(`
  query CompanyName($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Company {
        name
      }
    }
  }
`);

type Props = { value: string | null; onChange: (id: string | null) => void };

export function CompanyFilter({ value, onChange }: Props) {
  const { review } = useWords().voc;
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [{ data: one }] = useQuery({
    query: CompanyNameQuery,
    variables: { id: value ?? '' },
    pause: value === null,
  });
  const chosen = one?.node && 'name' in one.node && one.node.id === value ? one.node : null;
  // What stands in the field because it was chosen is no search.
  const [{ data }] = useQuery({
    query: CompanyChoiceQuery,
    variables: { search: search && search !== chosen?.name ? search : null },
  });
  const found = (data?.companies.edges ?? []).map(({ node }) => node);
  const choices = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      aria-label={review.company}
      placeholder={review.allCompanies}
      value={value}
      onChange={onChange}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched already, by first consonants too.
      filter={({ options }) => options}
      nothingFoundMessage={review.noCompany}
      comboboxProps={{ portalProps: INSIDE_MAIN }}
      className={classes.filter}
    />
  );
}
