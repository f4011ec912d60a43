// What says the same as the item in hand: joined by one click, or by the s key with the most similar.
import { Anchor, Button, Kbd, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { paths } from '../../paths';
import { useNeedsWords } from '../../words/needs';
import { useLocale } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { count, percent } from '../numbers';
import { useKeys } from '../useKeys';
import type { Item } from '../voc.gql';
import { NeedForm } from './NeedForm';
import { JoinNeed, LeaveNeed, SimilarQuery } from './needs.gql';
import classes from './needs.module.css';
import { useSaying } from './said';

type NeedOf = NonNullable<Item['need']>;

type Props = {
  item: Item;
  /** Whether the s key is ours. */
  keys: boolean;
  /** It was opened to be decided now: the nearest need has the focus as soon as it is known. */
  inHand?: boolean;
  onNeed: (need: NeedOf | null) => void;
};

/** Moving through a list asks only where one stays. */
const STAY_MS = 150;

export function SaysTheSame({ item, keys, inHand = false, onNeed }: Props) {
  const needs = useNeedsWords();
  const locale = useLocale();
  const { say, refuse } = useSaying();
  const [itemId] = useDebouncedValue(item.id, STAY_MS);
  const [{ data, fetching }, again] = useQuery({
    query: SimilarQuery,
    variables: { itemId },
    requestPolicy: 'cache-and-network',
  });
  const [joining, join] = useMutation(JoinNeed);
  const [leaving, leave] = useMutation(LeaveNeed);
  const [making, setMaking] = useState<Item[] | null>(null);
  // The answer about another item is no answer about this one.
  const similar = itemId === item.id ? data?.similarVoc : undefined;
  const busy = joining.fetching || leaving.fetching;

  const settle = (need: NeedOf | null) => {
    onNeed(need);
    again({ requestPolicy: 'network-only' });
  };
  const takeOut = async () => {
    const before = item.need;
    const { error } = await leave({ input: { itemIds: [item.id] } });
    if (error) return refuse(error);
    say(needs.takenOut, before ? () => void joinTo(before) : undefined);
    settle(null);
  };
  const joinTo = async (need: NeedOf) => {
    const { error } = await join({ input: { needId: need.id, itemIds: [item.id] } });
    if (error) return refuse(error);
    say(needs.joined(need.title), () => void takeOut());
    settle({ id: need.id, number: need.number, title: need.title });
  };
  const nearest = similar?.needs[0]?.need ?? null;
  const twin = similar?.items[0]?.item ?? null;
  useKeys(
    {
      s: () => {
        if (busy || item.need) return;
        if (nearest) void joinTo(nearest);
        else setMaking(twin ? [item, twin] : [item]);
      },
    },
    keys,
  );
  const first = useRef<HTMLButtonElement>(null);
  const known = similar !== undefined;
  useEffect(() => {
    if (inHand && known) first.current?.focus();
  }, [inHand, known]);
  const none = similar && similar.needs.length === 0 && similar.items.length === 0;
  return (
    <section className={classes.proposals} aria-labelledby="says-the-same">
      <Title order={3} size="h6" id="says-the-same">
        {item.need ? needs.belongs : needs.proposals}
      </Title>
      {item.need && (
        <div className={classes.belongs}>
          <Anchor underline="always" component={Link} to={paths.need(item.need.number)} size="sm">
            #{item.need.number} {item.need.title}
          </Anchor>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={busy}
            onClick={() => void takeOut()}
          >
            {needs.takeOut}
          </Button>
        </div>
      )}
      {similar && (
        <ul className={classes.items}>
          {similar.needs.map(({ need, score }, index) => (
            <li key={need.id} className={classes.choice}>
              <div>
                <Anchor underline="always" component={Link} to={paths.need(need.number)} size="sm">
                  {need.title}
                </Anchor>
                <span className={classes.quiet}>
                  {needs.mentions} {count(locale, need.figures.mentions)} ·{' '}
                  {needs.saysTheSame(percent(locale, score))}
                </span>
              </div>
              <Button
                ref={index === 0 ? first : undefined}
                variant="light"
                size="compact-sm"
                disabled={busy}
                leftSection={<IconLink size={14} aria-hidden />}
                rightSection={
                  keys && index === 0 && !item.need ? (
                    <Kbd size="xs" aria-hidden>
                      S
                    </Kbd>
                  ) : null
                }
                aria-label={needs.joinNeedOf(need.title)}
                onClick={() => void joinTo(need)}
              >
                {needs.joinNeed}
              </Button>
            </li>
          ))}
          {!item.need &&
            similar.items.map(({ item: other, score }) => (
              <li key={other.id} className={classes.choice}>
                <div>
                  <span className={classes.choiceText}>{other.quote}</span>
                  <ItemLine item={other} />
                  <span className={classes.quiet}>{needs.saysTheSame(percent(locale, score))}</span>
                </div>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  disabled={busy}
                  aria-label={needs.pairOf(other.quote.slice(0, 40))}
                  onClick={() => setMaking([item, other])}
                >
                  {needs.pair}
                </Button>
              </li>
            ))}
        </ul>
      )}
      {none && !item.need && !fetching && (
        <Text size="sm" c="dimmed">
          {needs.proposalsNone}
        </Text>
      )}
      {!item.need && (
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setMaking([item])}
        >
          {needs.createFrom}
        </Button>
      )}
      {making && (
        <NeedForm
          itemIds={making.map(({ id }) => id)}
          title={item.quote.split('\n')[0] ?? ''}
          onClose={() => setMaking(null)}
          onDone={(need) => {
            setMaking(null);
            say(needs.joined(need.title));
            settle(need);
          }}
        />
      )}
    </section>
  );
}
