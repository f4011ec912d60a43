// Two needs turned out to be one: choose the other; its items become mentions of this one.
import { Button, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../../kit/Dialog';
import { useNeedsWords } from '../../words/needs';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import { MergeNeeds, type Need, NeedsQuery } from './needs.gql';
import classes from './needs.module.css';
import { useSaying } from './said';

type Props = { need: Need; onClose: () => void; onMerged: () => void };

export function MergeNeed({ need, onClose, onMerged }: Props) {
  const needs = useNeedsWords();
  const { shell } = useWords();
  const locale = useLocale();
  const { say, refuse } = useSaying();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const [{ data, fetching }] = useQuery({
    query: NeedsQuery,
    variables: { order: 'MOST_MENTIONED', search: search || null, productAreaId: null, after: null },
    requestPolicy: 'cache-and-network',
  });
  const [merging, merge] = useMutation(MergeNeeds);
  const others = (data?.needs.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== need.id);
  const go = async (other: Need) => {
    const { error } = await merge({ input: { keepNeedId: need.id, duplicateNeedId: other.id } });
    if (error) return refuse(error);
    say(needs.merged(other.title));
    onMerged();
    onClose();
  };
  return (
    <Dialog title={needs.mergeTitle} onClose={onClose} size="lg">
      <Text size="sm" c="dimmed" mb="sm">
        {needs.mergeText}
      </Text>
      <TextInput
        label={needs.mergeSearch}
        type="search"
        value={text}
        maxLength={100}
        data-autofocus
        mb="sm"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {others.length === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {fetching ? shell.loading : needs.noMatchTitle}
        </Text>
      ) : (
        <ul className={classes.choices} tabIndex={0} aria-label={needs.list}>
          {others.map((other) => (
            <li key={other.id} className={classes.choice}>
              <div>
                <span className={classes.choiceText}>{other.title}</span>
                <span className={classes.quiet}>
                  #{other.number} · {needs.mentions} {count(locale, other.figures.mentions)}
                </span>
              </div>
              <Button
                variant="light"
                size="compact-sm"
                loading={merging.fetching}
                aria-label={needs.mergeOf(other.title)}
                onClick={() => void go(other)}
              >
                {needs.mergeGo}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
