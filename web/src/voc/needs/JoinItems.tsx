// More items for a need: found by words or company, joined one by one.
import { Button, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../../kit/Dialog';
import { useNeedsWords } from '../../words/needs';
import { useWords } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { useItems } from '../useItems';
import type { Item } from '../voc.gql';
import { JoinNeed, type Need } from './needs.gql';
import classes from './needs.module.css';
import { useSaying } from './said';

type Props = { need: Need; onClose: () => void; onJoined: () => void };

export function JoinItems({ need, onClose, onJoined }: Props) {
  const needs = useNeedsWords();
  const { shell, voc } = useWords();
  const { say, refuse } = useSaying();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const list = useItems({ order: 'NEWEST', state: 'COUNTED', search: search || null });
  const [, join] = useMutation(JoinNeed);
  const add = async (item: Item) => {
    const { error } = await join({ input: { needId: need.id, itemIds: [item.id] } });
    if (error) return refuse(error);
    say(needs.joined(need.title));
    list.replace({ ...item, need });
    onJoined();
  };
  const items = list.items.filter((item) => item.need?.id !== need.id);
  return (
    <Dialog title={needs.joinTitle} onClose={onClose} size="lg">
      <TextInput
        label={needs.joinSearch}
        type="search"
        value={text}
        maxLength={100}
        data-autofocus
        mb="sm"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!list.loaded ? (
        <Text size="sm" c="dimmed" role="status">
          {shell.loading}
        </Text>
      ) : items.length === 0 ? (
        <Text size="sm" c="dimmed" role="status">
          {needs.joinNone}
        </Text>
      ) : (
        <ul className={classes.choices} tabIndex={0} aria-label={needs.joinTitle}>
          {items.map((item) => (
            <li key={item.id} className={classes.choice}>
              <div>
                <span className={classes.choiceText}>{item.quote}</span>
                <ItemLine item={item} />
                {item.need && <span className={classes.quiet}>{needs.inAnother(item.need.title)}</span>}
              </div>
              <Button
                variant="light"
                size="compact-sm"
                aria-label={needs.joinOneOf(item.quote.slice(0, 40))}
                onClick={() => void add(item)}
              >
                {needs.joinOne}
              </Button>
            </li>
          ))}
          {list.hasMore && (
            <li>
              <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => void list.loadMore()}>
                {voc.loadMore}
              </Button>
            </li>
          )}
        </ul>
      )}
    </Dialog>
  );
}
