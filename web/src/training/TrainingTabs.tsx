// The pages of training for the team, and on which of them one is.
import { Link } from 'react-router';
import { paths } from '../paths';
import { useTrainingWords } from '../words/training';
import classes from './training.module.css';

export const SHOWS = ['sessions', 'past', 'courses', 'archived'] as const;
export type Show = (typeof SHOWS)[number];
type Place = Show | 'adoption' | 'quiet';

export function TrainingTabs({ at }: { at: Place }) {
  const { training } = useTrainingWords();
  const tabs: [Place | null, string, string][] = [
    ...SHOWS.map((show): [Place, string, string] => [
      show,
      show === 'sessions' ? paths.training : `${paths.training}?show=${show}`,
      training[show],
    ]),
    ['adoption', paths.adoption, training.adoption],
    ['quiet', paths.quiet, training.quiet],
    [null, paths.missionReviews, training.reviews],
  ];
  return (
    <nav aria-label={training.title}>
      <ul className={classes.tabs}>
        {tabs.map(([place, to, label]) => (
          <li key={to}>
            <Link to={to} className={classes.tab} aria-current={place === at ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
