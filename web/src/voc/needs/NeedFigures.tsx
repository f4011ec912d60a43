// The figures of a need, each with its definition; a number opens exactly its rows.
import { Link } from 'react-router';
import { Definition, Sentence } from '../../kit/Definition';
import { useNeedsWords } from '../../words/needs';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { growthSaid } from './growth';
import type { Need } from './needs.gql';
import classes from './needs.module.css';
import { Sparkline } from './Sparkline';

export function NeedFigures({ need }: { need: Need }) {
  const words = useNeedsWords();
  const locale = useLocale();
  const { figures } = need;
  const rows: [name: string, meaning: string, value: string, to: string | null][] = [
    [words.mentions, words.mentionsMeans, count(locale, figures.mentions), '#items'],
    [words.companies, words.companiesMeans, count(locale, figures.companies), '#companies'],
    [words.seats, words.seatsMeans, count(locale, figures.seats), '#companies'],
    [words.growth, words.growthMeans, growthSaid(words, locale, figures.growth), null],
  ];
  return (
    <dl className={classes.figures}>
      {rows.map(([name, meaning, value, to]) => (
        <div key={name}>
          <dt>
            {name}
            <Definition label={words.about(name)}>
              <Sentence>{meaning}</Sentence>
            </Definition>
          </dt>
          <dd data-testid={`figure-${name}`}>{to ? <Link to={to}>{value}</Link> : value}</dd>
        </div>
      ))}
      <div>
        <dt>
          {words.trend}
          <Definition label={words.about(words.trend)}>
            <Sentence>{words.trendMeans}</Sentence>
          </Definition>
        </dt>
        <dd>
          <Sparkline trend={figures.trend} />
        </dd>
      </div>
    </dl>
  );
}
