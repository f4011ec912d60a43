// The rows of the review with their states: loading, failed, nothing left, more.
import { Button, Text } from '@mantine/core';
import { IconChecks, IconFilterOff, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sayError } from '../../kit/errors';
import { Failed, Loading, Saying } from '../../kit/states';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import type { Item } from '../voc.gql';
import type { View } from './filters';
import { ReviewRow } from './ReviewRow';
import classes from './review.module.css';
import type { Review } from './useReview';

type Props = {
  review: Review;
  view: View;
  /** In the order of reach: each row says its seats. */
  reach: boolean;
  narrowed: boolean;
  onClear: () => void;
  follow: boolean;
  onChoose: (id: string) => void;
  /** Where there is no room beside the list, the chosen row opens. */
  detail: ((item: Item) => ReactNode) | null;
};

export function ReviewList({ review, view, reach, narrowed, onClear, follow, onChoose, detail }: Props) {
  const words = useWords();
  const { shell, voc } = words;
  const locale = useLocale();
  const { list, marks, refused, chosen } = review;
  if (!list.settled) {
    if (!list.error) return <Loading rows={8} label={voc.review.loading} />;
    return (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={sayError(words, list.error) ?? shell.failed}
        retry={shell.retry}
        onRetry={() => void list.reload()}
      />
    );
  }
  if (list.items.length === 0) {
    return narrowed || view !== 'queue' ? (
      <Saying
        icon={<IconFilterOff size={28} />}
        title={voc.review.emptyTitle}
        action={
          narrowed && (
            <Button variant="light" onClick={onClear}>
              {voc.review.clear}
            </Button>
          )
        }
      >
        {narrowed && voc.review.empty}
      </Saying>
    ) : (
      <Saying icon={<IconChecks size={28} />} title={voc.review.emptyQueueTitle}>
        {voc.review.emptyQueue}
      </Saying>
    );
  }
  return (
    <div className={classes.listBox}>
      <ul className={classes.rows} aria-label={voc.review.list}>
        {list.items.map((item) => (
          <ReviewRow
            key={item.id}
            item={item}
            reach={reach}
            mark={marks.get(item.id) ?? null}
            refused={refused.get(item.id) ?? null}
            chosen={chosen?.id === item.id}
            follow={follow}
            onChoose={() => onChoose(item.id)}
            onUndo={() => void review.undo(item)}
          >
            {detail && chosen?.id === item.id && detail(item)}
          </ReviewRow>
        ))}
      </ul>
      <div className={classes.foot}>
        <Text size="sm" c="dimmed">
          {voc.shown(
            count(locale, list.items.length),
            count(locale, Math.max(list.totalCount, list.items.length)),
          )}
        </Text>
        {list.hasMore && (
          <Button variant="default" size="sm" loading={list.fetching} onClick={() => void list.loadMore()}>
            {voc.loadMore}
          </Button>
        )}
      </div>
    </div>
  );
}
