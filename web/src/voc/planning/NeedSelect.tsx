// Choosing needs by a part of their title or their number.
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { usePlanningWords } from '../../words/planning';
import { NeedChoice } from './planning.gql';

type Props = {
  label: string;
  value: string[];
  onChange: (ids: string[]) => void;
  /** Titles that are known before anything is searched. */
  known?: { id: string; title: string }[];
};

export function NeedSelect({ label, value, onChange, known = [] }: Props) {
  const { planning } = usePlanningWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim().slice(0, 100), 250);
  const [{ data }] = useQuery({ query: NeedChoice, variables: { search: search || null } });
  const seen = useRef(new Map<string, string>());
  for (const each of known) seen.current.set(each.id, each.title);
  for (const { node } of data?.needs.edges ?? []) seen.current.set(node.id, `#${node.number} ${node.title}`);
  const found = new Set((data?.needs.edges ?? []).map(({ node }) => node.id));
  const choices = [...new Set([...value, ...found])].map((id) => ({
    value: id,
    label: seen.current.get(id) ?? id,
  }));
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? planning.fields.needsHint : undefined}
      data={choices}
      value={value}
      onChange={onChange}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
