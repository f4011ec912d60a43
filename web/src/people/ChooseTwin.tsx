// Finds the other one of two that are the same.
import { Anchor, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { usePageWords } from '../words/pages';
import { FindCompanies, FindPeople, type Twin } from './merging';
import classes from './people.module.css';

type Props = { kind: 'PERSON' | 'COMPANY'; one: Twin; onChosen: (twin: Twin) => void };

export function ChooseTwin({ kind, one, onChosen }: Props) {
  const { merging } = usePageWords();
  const [text, setText] = useState(one.name);
  const [search] = useDebouncedValue(text.trim().slice(0, 100), 180);
  const enough = [...search].length >= 2;
  const variables = { search };
  const [people] = useQuery({ query: FindPeople, variables, pause: kind !== 'PERSON' || !enough });
  const [companies] = useQuery({ query: FindCompanies, variables, pause: kind !== 'COMPANY' || !enough });
  const found: Twin[] =
    kind === 'PERSON'
      ? (people.data?.people.edges ?? []).map(({ node }) => ({
          id: node.id,
          name: node.name,
          label: node.email ?? '',
        }))
      : (companies.data?.companies.edges ?? []).map(({ node }) => ({
          id: node.id,
          name: node.name,
          label: node.handle,
        }));
  const others = enough ? found.filter(({ id }) => id !== one.id) : [];
  const waiting = people.fetching || companies.fetching;
  return (
    <>
      <Text size="sm" mb="sm">
        {one.name}{' '}
        <Text span c="dimmed" size="sm">
          {one.label}
        </Text>
      </Text>
      <TextInput
        type="search"
        aria-label={merging.choose}
        placeholder={merging.choose}
        description={merging.chooseHint}
        inputWrapperOrder={['label', 'input', 'description']}
        value={text}
        maxLength={100}
        data-autofocus
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes.twins} aria-live="polite">
        {others.map((twin) => (
          <li key={twin.id} className={`${classes.line} ${classes.row}`}>
            <div className={classes.who}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="start"
                className={classes.cover}
                onClick={() => onChosen(twin)}
              >
                {twin.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {twin.label}
              </Text>
            </div>
          </li>
        ))}
        {enough && !waiting && others.length === 0 && (
          <li className={classes.line}>
            <Text size="sm" c="dimmed">
              {merging.chooseNone}
            </Text>
          </li>
        )}
      </ul>
    </>
  );
}
