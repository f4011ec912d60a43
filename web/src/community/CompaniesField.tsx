// Companies to which a board is open, found by name.
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useCommunityWords } from '../words/community';
import { BoardCompaniesQuery, BoardCompanyQuery } from './moderating.gql';

type Props = { chosen: string[]; onChoose: (ids: string[]) => void };

export function CompaniesField({ chosen, onChoose }: Props) {
  const { community } = useCommunityWords();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const [{ data }] = useQuery({ query: BoardCompaniesQuery, variables: { search: search || null } });
  const keep = (names: Iterable<readonly [string, string]>) => setKnown((old) => new Map([...old, ...names]));
  // What was chosen before comes as ids.
  useEffect(() => {
    for (const id of chosen)
      void client
        .query(BoardCompanyQuery, { id })
        .toPromise()
        .then((answer) => {
          const node = answer.data?.node;
          if (node?.__typename === 'Company') keep([[node.id, node.name]]);
        });
  }, []);
  const found = (data?.companies.edges ?? []).map(({ node }) => [node.id, node.name] as const);
  const names = new Map([...found, ...chosen.map((id) => [id, known.get(id) ?? '…'] as const)]);
  return (
    <MultiSelect
      label={community.companiesField}
      placeholder={chosen.length === 0 ? community.chooseCompany : undefined}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      value={chosen}
      onChange={(ids) => {
        keep(found.filter(([id]) => ids.includes(id)));
        onChoose(ids);
      }}
      data={[...names].map(([value, label]) => ({ value, label }))}
      // The server has searched already, by first consonants too.
      filter={({ options }) => options}
      nothingFoundMessage={community.noCompany}
    />
  );
}
