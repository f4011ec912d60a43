// How far a planning item reaches, in one line.
import { useLocale } from '../../words/words';
import { usePlanningWords } from '../../words/planning';
import { count } from '../numbers';
import classes from './planning.module.css';

type Props = { reach: { mentions: number; companies: number; seats: number; growth: number } };

export function Reach({ reach }: Props) {
  const { planning } = usePlanningWords();
  const locale = useLocale();
  const sign = reach.growth > 0 ? '+' : reach.growth < 0 ? '−' : '';
  return (
    <span className={classes.facts}>
      <span>{planning.mentions(count(locale, reach.mentions))}</span>
      <span>{planning.companies(count(locale, reach.companies))}</span>
      <span>{planning.seats(count(locale, reach.seats))}</span>
      <span>{planning.growth(`${sign}${count(locale, Math.abs(reach.growth))}`)}</span>
    </span>
  );
}
