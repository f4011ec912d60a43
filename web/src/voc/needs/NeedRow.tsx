// One need in the list: what it is, how often and by whom it was said, and where it is heading.
import { Link } from 'react-router';
import { CategoryBadge } from '../../kit/CategoryBadge';
import { paths } from '../../paths';
import { useNeedsWords } from '../../words/needs';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import { growthSaid } from './growth';
import type { Need } from './needs.gql';
import classes from './needs.module.css';
import { Sparkline } from './Sparkline';

export function NeedRow({ need }: { need: Need }) {
  const words = useNeedsWords();
  const { shell } = useWords();
  const locale = useLocale();
  const { figures, productArea } = need;
  const category = figures.categories[0]?.category;
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <Link to={paths.need(need.number)} className={classes.rowTitle}>
          {need.title}
        </Link>
        <span className={classes.rowLine}>
          <span>#{need.number}</span>
          {category && <CategoryBadge category={category} label={shell.categories[category]} quiet />}
          {productArea && <span>{locale === 'ko' ? productArea.nameKo : productArea.nameEn}</span>}
        </span>
      </div>
      <dl className={classes.rowFigures}>
        <div>
          <dt>{words.mentions}</dt>
          <dd>
            {figures.mentions === 0 ? (
              0
            ) : (
              <Link to={`${paths.need(need.number)}#items`}>{count(locale, figures.mentions)}</Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.companies}</dt>
          <dd>{count(locale, figures.companies)}</dd>
        </div>
        <div>
          <dt>{words.seats}</dt>
          <dd>{count(locale, figures.seats)}</dd>
        </div>
        <div>
          <dt>{words.growth}</dt>
          <dd>{growthSaid(words, locale, figures.growth)}</dd>
        </div>
      </dl>
      <Sparkline trend={figures.trend} />
    </li>
  );
}
