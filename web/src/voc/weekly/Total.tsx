// One line that answers Monday's first question: how much, and what grew.
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { CATEGORY_ICONS, categoryColor } from '../../kit/CategoryBadge';
import { useLocale, useWords } from '../../words/words';
import { count } from '../numbers';
import type { Week } from '../voc.gql';
import { Change, Sign, useSaidChange } from './Change';
import { Definition, Sentence } from '../../kit/Definition';
import { useSelection } from './selection';
import classes from './weekly.module.css';

export function Total({ week, onOpen }: { week: Week; onOpen: () => void }) {
  const { voc } = useWords();
  const locale = useLocale();
  const { chosen, only } = useSelection();
  return (
    <div className={classes.totals}>
      <div className={classes.total}>
        <Link
          to={only(null)}
          onClick={onOpen}
          className={classes.totalLink}
          aria-current={chosen.length === 0 || undefined}
        >
          <span className={classes.figureName}>{voc.weekly.total}</span>
          <span className={classes.totalCount}>{count(locale, week.total)}</span>
        </Link>
        <Definition label={voc.about(voc.weekly.total)} className={classes.info}>
          <Sentence>{voc.weekly.totalMeaning}</Sentence>
          <Text size="xs" c="dimmed">
            {week.complete ? voc.weekly.howCompared : voc.weekly.howComparedSoFar}
          </Text>
        </Definition>
        <div className={classes.totalChange}>
          <Change value={week.total - week.previousTotal} against={voc.weekly.toPrevious} />
          <Text size="xs" c="dimmed">
            {(week.complete ? voc.weekly.previousWas : voc.weekly.previousSoFarWas)(
              count(locale, week.previousTotal),
            )}
          </Text>
        </div>
      </div>
      <Biggest week={week} onOpen={onOpen} />
    </div>
  );
}

/** The category that moved most against the week before; of two, the one with more items. */
function biggestChange(figures: Week['categories']): Week['categories'][number] | null {
  const [first] = [...figures].sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || b.count - a.count);
  return first && first.change !== 0 ? first : null;
}

function Biggest({ week, onOpen }: { week: Week; onOpen: () => void }) {
  const { shell, voc } = useWords();
  const { only } = useSelection();
  const say = useSaidChange();
  const biggest = biggestChange(week.categories);
  if (!biggest) {
    return (
      <Text size="sm" c="dimmed">
        {week.total === 0 ? voc.weekly.emptyWeek : voc.weekly.biggestNone}
      </Text>
    );
  }
  const name = shell.categories[biggest.category];
  const Icon = CATEGORY_ICONS[biggest.category];
  return (
    <Link
      to={only('category', biggest.category)}
      onClick={onOpen}
      className={classes.biggest}
      aria-label={`${voc.weekly.biggest}: ${name}, ${say(biggest.change, voc.weekly.toPrevious)}`}
    >
      <span className={classes.against}>{voc.weekly.biggest}</span>
      <span className={classes.biggestName} style={{ color: categoryColor(biggest.category) }}>
        <Icon size={16} stroke={2} aria-hidden />
        {name}
      </span>
      <Sign value={biggest.change} />
    </Link>
  );
}
