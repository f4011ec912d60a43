// What staff make of an item beside its category: one sentence, and how much it hurts. Saved when the field is left.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { SEVERITIES, type Severity } from '../../gql/words';
import { INSIDE_MAIN } from '../../kit/inside';
import { useNeedsWords } from '../../words/needs';
import { useSaying } from '../needs/said';
import { Describe, type Item } from '../voc.gql';

type Props = { item: Item; disabled: boolean; onSaved: (item: Item) => void };

export function ItemDescription({ item, disabled, onSaved }: Props) {
  const { writing } = useNeedsWords();
  const { refuse } = useSaying();
  const [summary, setSummary] = useState(item.summary ?? '');
  const [saving, describe] = useMutation(Describe);
  const save = async (wish: { summary: string | null } | { severity: Severity | null }) => {
    const { data, error } = await describe({ input: { itemId: item.id, version: item.version, ...wish } });
    if (error) return refuse(error);
    if (data) onSaved(data.describeVocItem.item);
  };
  const closed = !item.abilities.setArea;
  return (
    <>
      <TextInput
        label={writing.summary}
        value={summary}
        maxLength={300}
        readOnly={closed}
        disabled={disabled || saving.fetching}
        onChange={(event) => setSummary(event.currentTarget.value)}
        onBlur={() => {
          if (summary.trim() !== (item.summary ?? '')) void save({ summary: summary.trim() || null });
        }}
      />
      <Select
        label={writing.severity}
        value={item.severity ?? null}
        readOnly={closed}
        disabled={disabled || saving.fetching}
        clearable={!closed}
        onChange={(value) => void save({ severity: value as Severity | null })}
        data={SEVERITIES.map((value) => ({ value, label: writing.severities[value] }))}
        comboboxProps={{ portalProps: INSIDE_MAIN }}
      />
    </>
  );
}
