// How a figure moved: a sign and an arrow for the eye, words for the ear. No red or green: more is not worse.
import { VisuallyHidden } from '@mantine/core';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import classes from './weekly.module.css';

/** ▲ +9 · ▼ −4 · – */
export function Sign({ value }: { value: number }) {
  const locale = useLocale();
  if (value === 0) return <span aria-hidden>–</span>;
  return (
    <span aria-hidden className={classes.sign}>
      <span className={classes.arrow}>{value > 0 ? '▲' : '▼'}</span>
      {value > 0 ? '+' : '−'}
      {count(locale, Math.abs(value))}
    </span>
  );
}

export function useSaidChange(): (value: number, against: string) => string {
  const { voc } = useWords();
  const locale = useLocale();
  return (value, against) => {
    if (value === 0) return voc.weekly.unchanged(against);
    return value > 0
      ? voc.weekly.more(against, count(locale, value))
      : voc.weekly.less(against, count(locale, -value));
  };
}

export function Change({ value, against }: { value: number; against: string }) {
  const say = useSaidChange();
  return (
    <span className={classes.change}>
      <span aria-hidden className={classes.against}>
        {against}
      </span>
      <Sign value={value} />
      <VisuallyHidden>{say(value, against)}. </VisuallyHidden>
    </span>
  );
}
