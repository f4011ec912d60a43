// Twelve weeks as small bars: a picture for the eye, a sentence for those who hear the page.
import { useLocale } from '../../words/words';
import { useNeedsWords } from '../../words/needs';
import { count } from '../numbers';
import type { Need } from './needs.gql';
import classes from './needs.module.css';

const WIDTH = 96;
const HEIGHT = 28;
const GAP = 2;

export function Sparkline({ trend }: { trend: Need['figures']['trend'] }) {
  const words = useNeedsWords();
  const locale = useLocale();
  const most = Math.max(1, ...trend.map(({ mentions }) => mentions));
  const step = WIDTH / trend.length;
  const say = (n: number | undefined) => count(locale, n ?? 0);
  return (
    <svg
      role="img"
      aria-label={words.trendSays(
        say(trend[0]?.mentions),
        say(trend.at(-1)?.mentions),
        say(Math.max(0, ...trend.map(({ mentions }) => mentions))),
      )}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes.spark}
    >
      {trend.map(({ week, mentions }, index) => {
        // A week with nothing is a line, not a hole.
        const height = mentions === 0 ? 1 : Math.max(3, (mentions / most) * HEIGHT);
        return (
          <rect
            key={week}
            x={index * step}
            y={HEIGHT - height}
            width={step - GAP}
            height={height}
            data-running={index === trend.length - 1 || undefined}
            data-none={mentions === 0 || undefined}
          />
        );
      })}
    </svg>
  );
}
