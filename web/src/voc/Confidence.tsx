// How sure the model was, as a small bar beside the words that say the same.
import { count, percent } from './numbers';
import { useLocale, useWords } from '../words/words';
import classes from './voc.module.css';

export function Confidence({ value }: { value: number }) {
  const { voc } = useWords();
  const locale = useLocale();
  return (
    <span className={classes.confidence} title={`${voc.review.confidence} ${count(locale, value * 100)}%`}>
      <span className={classes.meter} aria-hidden>
        <span style={{ width: `${value * 100}%` }} />
      </span>
      {voc.review.proposal(percent(locale, value))}
    </span>
  );
}
