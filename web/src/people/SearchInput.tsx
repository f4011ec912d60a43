// The search field above a list.
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';

type Props = { label: string; hint: string; value: string; onChange: (text: string) => void };

export function SearchInput({ label, hint, value, onChange }: Props) {
  const { people } = usePageWords();
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={hint}
      value={value}
      maxLength={100}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSection={value && <CloseButton size="sm" aria-label={people.clear} onClick={() => onChange('')} />}
    />
  );
}
