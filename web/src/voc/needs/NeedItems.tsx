// The sentences of a need: exactly the rows that its mentions count, each with the way to the original and out of it.
import { Anchor, Button, Skeleton, Text, Title } from '@mantine/core';
import { IconArrowUpRight, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { sayError } from '../../kit/errors';
import { useHints } from '../../session/live';
import { useNeedsWords } from '../../words/needs';
import { useLocale, useWords } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { count } from '../numbers';
import { useOriginal } from '../original';
import { Quote } from '../Quote';
import { useItems } from '../useItems';
import type { Item } from '../voc.gql';
import { JoinNeed, LeaveNeed, type WholeNeed } from './needs.gql';
import classes from './needs.module.css';
import { useSaying } from './said';

type Props = {
  need: WholeNeed;
  /** Changes whenever something was joined elsewhere on the page. */
  round: number;
  onJoin: () => void;
  onChanged: () => void;
};

export function NeedItems({ need, round, onJoin, onChanged }: Props) {
  const words = useWords();
  const needs = useNeedsWords();
  const locale = useLocale();
  const { say, refuse } = useSaying();
  const [params, setParams] = useSearchParams();
  const company = params.get('company');
  const week = params.get('week');
  const withdrawn = params.has('withdrawn');
  const list = useItems({
    order: 'NEWEST',
    needId: need.id,
    companyId: company,
    week,
    state: withdrawn ? null : 'COUNTED',
  });
  const { reload } = list;
  useEffect(() => {
    if (round > 0) void reload();
  }, [round, reload]);
  useHints(
    (hint) => hint.kind === 'VOC',
    () => void reload(),
  );
  const [, leave] = useMutation(LeaveNeed);
  const [, join] = useMutation(JoinNeed);
  const takeOut = async (item: Item) => {
    const { error } = await leave({ input: { itemIds: [item.id] } });
    if (error) return refuse(error);
    const back = async () => {
      const answer = await join({ input: { needId: need.id, itemIds: [item.id] } });
      if (answer.error) return refuse(answer.error);
      await reload();
      onChanged();
    };
    say(needs.takenOut, () => void back());
    await reload();
    onChanged();
  };
  const set = (changes: Record<string, string | null>) =>
    setParams(
      (old) => {
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) old.delete(name);
          else old.set(name, value);
        }
        return old;
      },
      { replace: true, preventScrollReset: true },
    );
  const narrowed = company
    ? needs.onlyCompany(
        need.companies.find((each) => each.company.id === company)?.company.name ??
          list.items[0]?.company?.name ??
          '',
      )
    : week
      ? needs.onlyWeek(week)
      : null;
  return (
    <section aria-labelledby="items">
      <div className={classes.sectionHead}>
        <Title order={2} size="h4" id="items" tabIndex={-1}>
          {needs.items}{' '}
          <Text span c="dimmed" size="sm" data-testid="items-count">
            {list.settled ? needs.itemsOf(count(locale, list.totalCount)) : ' '}
          </Text>
        </Title>
        {need.abilities.sort && (
          <Button
            variant="light"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={onJoin}
          >
            {needs.join}
          </Button>
        )}
      </div>
      <div className={classes.rowLine}>
        {narrowed && (
          <>
            <span>{narrowed}</span>
            <Anchor
              underline="always"
              component="button"
              type="button"
              size="sm"
              onClick={() => set({ company: null, week: null })}
            >
              {needs.all}
            </Anchor>
          </>
        )}
        <label>
          <input
            type="checkbox"
            checked={withdrawn}
            onChange={(event) => set({ withdrawn: event.currentTarget.checked ? '1' : null })}
          />{' '}
          {needs.showWithdrawn}
        </label>
      </div>
      {list.error && !list.settled ? (
        <Text role="alert" size="sm" py="md">
          {sayError(words, list.error)}{' '}
          <Anchor underline="always" component="button" type="button" size="sm" onClick={() => void reload()}>
            {words.shell.retry}
          </Anchor>
        </Text>
      ) : !list.settled ? (
        <div role="status" aria-label={words.voc.weekly.loadingList}>
          {[80, 65, 72].map((width) => (
            <Skeleton key={width} height={14} my={22} width={`${width}%`} radius="sm" />
          ))}
        </div>
      ) : list.items.length === 0 ? (
        <Text c="dimmed" py="lg">
          {needs.noItems}
        </Text>
      ) : (
        <ol className={classes.items} aria-labelledby="items">
          {list.items.map((item) => (
            <NeedItem
              key={item.id}
              item={item}
              onTakeOut={need.abilities.sort ? () => void takeOut(item) : null}
            />
          ))}
        </ol>
      )}
      {list.settled && list.hasMore && (
        <Button
          variant="default"
          size="sm"
          mt="md"
          loading={list.fetching}
          leftSection={<IconChevronDown size={16} aria-hidden />}
          onClick={() => void list.loadMore()}
        >
          {words.voc.loadMore}
        </Button>
      )}
    </section>
  );
}

function NeedItem({ item, onTakeOut }: { item: Item; onTakeOut: (() => void) | null }) {
  const { shell, voc } = useWords();
  const needs = useNeedsWords();
  const to = useOriginal()(item);
  const counted = item.state === 'COUNTED';
  return (
    <li className={classes.item} data-withdrawn={!counted || undefined}>
      <div>
        <Quote item={item} />
        <ItemLine item={item} />
      </div>
      <div className={classes.itemSide}>
        {counted ? (
          <CategoryBadge category={item.category} label={shell.categories[item.category]} />
        ) : (
          <Text size="xs" c="dimmed">
            {needs.withdrawn}
          </Text>
        )}
        {to && item.thread && (
          <Anchor
            underline="always"
            component={Link}
            to={to}
            size="sm"
            aria-label={voc.originalOf(item.thread.heading)}
          >
            {voc.original}
            <IconArrowUpRight size={14} aria-hidden />
          </Anchor>
        )}
        {onTakeOut && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={needs.takeOutOf(item.quote.slice(0, 40))}
            onClick={onTakeOut}
          >
            {needs.takeOut}
          </Button>
        )}
      </div>
    </li>
  );
}
