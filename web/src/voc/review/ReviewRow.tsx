// One item of the review: what was said, what the model thinks, and what was decided in this visit.
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCircle, IconMinus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { useLocale, useWords } from '../../words/words';
import { Confidence } from '../Confidence';
import { ItemLine } from '../ItemLine';
import type { Item } from '../voc.gql';
import classes from './review.module.css';
import type { Mark } from './useReview';

type Props = {
  item: Item;
  reach: boolean;
  mark: Mark | null;
  refused: string | null;
  chosen: boolean;
  /** The keyboard moved here: the focus follows. */
  follow: boolean;
  onChoose: () => void;
  onUndo: () => void;
  children?: ReactNode;
};

export function ReviewRow({ item, reach, mark, refused, chosen, follow, onChoose, onUndo, children }: Props) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!chosen || !follow) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen, follow]);
  const undoable =
    mark !== null && !mark.pending && (item.state === 'WITHDRAWN' || mark.before.category !== item.category);
  return (
    <li
      className={classes.row}
      data-chosen={chosen || undefined}
      data-done={(mark !== null && mark.outcome !== 'RESTORED') || undefined}
    >
      <div className={classes.rowHead} data-undo={undoable || undefined}>
        <button
          type="button"
          ref={button}
          data-row
          className={classes.rowButton}
          tabIndex={chosen ? 0 : -1}
          aria-current={chosen || undefined}
          onClick={onChoose}
        >
          <State item={item} mark={mark} />
          <span className={classes.rowText}>
            <span className={classes.rowQuote} lang={item.language === locale ? undefined : item.language}>
              {item.quote}
            </span>
            <ItemLine item={item} language seats={reach} />
          </span>
          <span className={classes.rowSide}>
            <CategoryBadge
              category={item.category}
              label={shell.categories[item.category]}
              quiet={item.state === 'WITHDRAWN'}
            />
            <Verdict item={item} mark={mark} />
          </span>
        </button>
        {undoable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            className={classes.undo}
            aria-label={voc.review.undoOf(item.quote.slice(0, 40))}
            onClick={onUndo}
          >
            {voc.review.undo}
          </Button>
        )}
      </div>
      {refused && (
        <Text size="sm" className={classes.refused}>
          {refused}
        </Text>
      )}
      {children}
    </li>
  );
}

function State({ item, mark }: { item: Item; mark: Mark | null }) {
  if (item.state === 'WITHDRAWN') return <IconMinus size={16} className={classes.state} aria-hidden />;
  if (mark ? mark.outcome !== 'RESTORED' : item.reviewed)
    return <IconCheck size={16} className={classes.state} data-done aria-hidden />;
  return <IconCircle size={16} stroke={1.5} className={classes.state} aria-hidden />;
}

/** Decided: by its outcome; otherwise how sure the model is. */
function Verdict({ item, mark }: { item: Item; mark: Mark | null }) {
  const { voc } = useWords();
  const { review } = voc;
  if (item.state === 'WITHDRAWN')
    return (
      <span className={classes.verdict}>
        {review.withdrawn(item.withdrawnReason ? voc.reasons[item.withdrawnReason] : '')}
      </span>
    );
  if (mark) {
    const words = {
      CONFIRMED: review.confirmed,
      CORRECTED: review.corrected,
      RESTORED: review.restored,
      WITHDRAWN: '',
    };
    return <span className={classes.verdict}>{words[mark.outcome]}</span>;
  }
  if (!item.reviewed) return <Confidence value={item.confidence} />;
  return (
    <span className={classes.verdict}>
      {item.category === item.proposedCategory ? review.confirmed : review.corrected}
    </span>
  );
}
