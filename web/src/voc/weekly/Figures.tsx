// The week's total and its five figures; each opens exactly the items it counts.
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { CATEGORY_ICONS, categoryColor } from '../../kit/CategoryBadge';
import { useLocale, useWords } from '../../words/words';
import { count, percent } from '../numbers';
import type { Week } from '../voc.gql';
import { Change } from './Change';
import { Definition, Sentence } from '../../kit/Definition';
import { useSelection } from './selection';
import classes from './weekly.module.css';

type Figure = Week['categories'][number];

export function Figures({ week, onOpen }: { week: Week; onOpen: () => void }) {
  const { voc } = useWords();
  return (
    <ul className={classes.figures} aria-label={voc.weekly.figures}>
      {week.categories.map((figure) => (
        <FigureCard key={figure.category} figure={figure} complete={week.complete} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function FigureCard({ figure, complete, onOpen }: { figure: Figure; complete: boolean; onOpen: () => void }) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const { selection, only } = useSelection();
  const { category } = figure;
  const name = shell.categories[category];
  const meaning = voc.meanings[category];
  const Icon = CATEGORY_ICONS[category];
  const current = selection.category === category;
  return (
    <li
      className={classes.figure}
      data-current={current || undefined}
      style={{ '--figure-color': categoryColor(category) } as React.CSSProperties}
    >
      <div className={classes.figureHead}>
        <Link
          to={only('category', category)}
          onClick={onOpen}
          className={classes.figureLink}
          aria-current={current || undefined}
        >
          <span className={classes.figureName}>
            <Icon size={16} stroke={2} aria-hidden />
            {name}
          </span>
          <span className={classes.figureCount}>{count(locale, figure.count)}</span>
        </Link>
        <Definition label={voc.about(name)} className={classes.info}>
          <Sentence>{meaning.what}</Sentence>
          <Sentence title={voc.weekly.test}>{meaning.test}</Sentence>
          <Sentence title={voc.weekly.counted}>{voc.weekly.howCounted}</Sentence>
          <Text size="xs" c="dimmed">
            {complete ? voc.weekly.howCompared : voc.weekly.howComparedSoFar}
          </Text>
        </Definition>
      </div>
      <span className={classes.share}>
        {figure.share === null ? voc.weekly.noShare : voc.weekly.share(percent(locale, figure.share))}
      </span>
      <span className={classes.shareBar} aria-hidden>
        <span style={{ width: `${(figure.share ?? 0) * 100}%` }} />
      </span>
      <div className={classes.changes}>
        <Change value={figure.change} against={voc.weekly.toPrevious} />
        <Change value={figure.changeToMedian} against={voc.weekly.toMedian} />
      </div>
    </li>
  );
}
