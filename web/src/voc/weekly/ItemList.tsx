// The sentences behind the number that was opened.
import { Anchor, Button, Pill, Skeleton, Text, Title } from '@mantine/core';
import { IconArrowUp, IconChevronDown } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { sayError } from '../../kit/errors';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import type { useItems } from '../useItems';
import type { Week } from '../voc.gql';
import { ItemRow } from './ItemRow';
import { type Part, useSelection } from './selection';
import classes from './weekly.module.css';

type Props = {
  week: Week;
  list: ReturnType<typeof useItems>;
  heading: RefObject<HTMLHeadingElement | null>;
  onTop: () => void;
};

export default function ItemList({ week, list, heading, onTop }: Props) {
  const words = useWords();
  const { voc, shell } = words;
  const locale = useLocale();
  const { chosen, only, without } = useSelection();
  const nameOf = useNameOf(week, list.items);
  const { items, totalCount, settled } = list;
  const failed = list.error ? sayError(words, list.error) : null;
  return (
    <section className={classes.list} aria-labelledby="voc-list">
      <div className={classes.listHead}>
        <Title order={2} size="h4" id="voc-list" ref={heading} tabIndex={-1} className={classes.listTitle}>
          {chosen.length > 0 ? chosen.map(nameOf).join(' · ') : voc.weekly.list}{' '}
          <span className={classes.listCount} data-testid="list-count">
            {settled ? voc.items(count(locale, totalCount)) : ' '}
          </span>
        </Title>
        {chosen.length > 0 && (
          <Anchor component={Link} to={only(null)} size="sm" className={classes.clear}>
            {voc.weekly.clear}
          </Anchor>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={onTop}
          className={classes.noPrint}
        >
          {voc.weekly.toTop}
        </Button>
      </div>
      {chosen.length > 1 && (
        <Pill.Group className={classes.noPrint}>
          {chosen.map((part) => (
            <Link
              key={part}
              to={without(part)}
              className={classes.pill}
              aria-label={voc.weekly.removeFilter(nameOf(part))}
              preventScrollReset
            >
              {nameOf(part)} <span aria-hidden>×</span>
            </Link>
          ))}
        </Pill.Group>
      )}
      {failed && !settled ? (
        <Text role="alert" size="sm">
          {failed}{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => void list.reload()}>
            {shell.retry}
          </Anchor>
        </Text>
      ) : settled && items.length === 0 ? (
        <Text c="dimmed" py="lg">
          {week.total === 0 ? voc.weekly.emptyWeek : voc.weekly.emptyList}
        </Text>
      ) : settled ? (
        <ol className={classes.items} aria-labelledby="voc-list">
          {items.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </ol>
      ) : (
        <ListSkeleton label={voc.weekly.loadingList} />
      )}
      {settled && items.length > 0 && (
        <div className={classes.more}>
          <Text size="sm" c="dimmed" className={classes.tabular} role="status">
            {voc.shown(count(locale, items.length), count(locale, totalCount))}
          </Text>
          {list.hasMore && (
            <Button
              variant="default"
              size="sm"
              loading={list.fetching}
              leftSection={<IconChevronDown size={16} aria-hidden />}
              onClick={() => void list.loadMore()}
              className={classes.noPrint}
            >
              {voc.loadMore}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={classes.items}>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className={classes.item}>
          <Skeleton height={14} width={`${88 - ((index * 17) % 35)}%`} radius="sm" />
          <Skeleton height={10} mt={10} width={180} radius="sm" />
        </div>
      ))}
    </div>
  );
}

/** A chosen part in the reader's words. */
function useNameOf(week: Week, items: Props['list']['items']): (part: Part) => string {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const { selection } = useSelection();
  const { category, channel, tier, area, company } = selection;
  return (part) => {
    if (part === 'category' && category) return shell.categories[category];
    if (part === 'channel' && channel) return shell.channels[channel];
    if (part === 'tier' && tier) return shell.tiers[tier];
    if (part === 'area') {
      if (area === 'NONE') return voc.noArea;
      const found =
        week.areas.find(({ productArea }) => productArea?.id === area)?.productArea ?? items[0]?.productArea;
      return found ? (locale === 'ko' ? found.nameKo : found.nameEn) : voc.weekly.areas;
    }
    const found = week.companies.find((each) => each.company.id === company)?.company ?? items[0]?.company;
    return found?.name ?? voc.weekly.companies;
  };
}
