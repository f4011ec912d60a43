// Who owns a hotline when its last owner goes.
import { Select } from '@mantine/core';
import { usePageWords } from '../words/pages';

export type Candidate = { id: string; name: string; email: string | null };

type Props = {
  company: string;
  candidates: readonly Candidate[];
  value: string | null;
  wrong: boolean;
  onChange: (id: string | null) => void;
};

export function NewOwner({ company, candidates, value, wrong, onChange }: Props) {
  const { leaving } = usePageWords();
  return (
    <Select
      label={leaving.newOwner(company)}
      description={leaving.newOwnerHint}
      placeholder={leaving.search}
      required
      value={value}
      error={wrong && leaving.newOwnerMissing}
      onChange={onChange}
      data={candidates.map(({ id, name, email }) => ({
        value: id,
        label: email ? `${name} · ${email}` : name,
      }))}
      searchable
      nothingFoundMessage="–"
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={200}
    />
  );
}
