// One thing that a customer said, as they said it, and the way to the original.
import { Anchor } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { useWords } from '../../words/words';
import { ItemLine } from '../ItemLine';
import { useOriginal } from '../original';
import { Quote } from '../Quote';
import type { Item } from '../voc.gql';
import classes from './weekly.module.css';

/** As much of an item as a line shows. */
export type RowItem = Pick<
  Item,
  'id' | 'quote' | 'language' | 'category' | 'channel' | 'occurredAt' | 'company'
> &
  Partial<Pick<Item, 'originalUrl'>> & {
    thread: { id: string; heading: string; space: { company: { handle: string } } } | null;
  };

export function ItemRow({ item }: { item: RowItem }) {
  const { shell, voc } = useWords();
  const to = useOriginal()(item);
  const onBoard = item.originalUrl?.startsWith('/boards/') ? item.originalUrl : null;
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <Quote item={item} />
        <ItemLine item={item} />
      </div>
      <div className={classes.itemSide}>
        <CategoryBadge category={item.category} label={shell.categories[item.category]} />
        {onBoard && (
          <Anchor component={Link} to={onBoard} size="sm" className={classes.original}>
            {voc.original}
            <IconArrowUpRight size={14} aria-hidden />
          </Anchor>
        )}
        {to && item.thread && (
          <Anchor
            component={Link}
            to={to}
            size="sm"
            className={classes.original}
            aria-label={voc.originalOf(item.thread.heading)}
          >
            {voc.original}
            <IconArrowUpRight size={14} aria-hidden />
          </Anchor>
        )}
      </div>
    </li>
  );
}
