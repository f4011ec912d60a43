// Sessions as a calendar reads: by month, the day in front.
import { Anchor, Badge, Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { TrainingState } from '../gql/words';
import classesOfLists from '../people/people.module.css';
import { dayOfMonth, monthOf, time, weekdayOf } from '../words/dates';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { inLocale, points } from './said';
import type { SessionRow } from './sessions.gql';
import classes from './training.module.css';

const COLORS: Record<TrainingState, string> = {
  PLANNED: 'blue',
  HELD: 'teal',
  CLOSED: 'gray',
  CANCELLED: 'red',
};

export function TrainingStateBadge({ state }: { state: TrainingState }) {
  const { training } = useTrainingWords();
  return (
    <Badge variant="light" color={COLORS[state]} tt="none" autoContrast>
      {training.states[state]}
    </Badge>
  );
}

export function SessionRows({
  rows,
  toOf,
}: {
  rows: readonly SessionRow[];
  toOf: (session: SessionRow) => string;
}) {
  const locale = useLocale();
  const months = [...new Set(rows.map(({ startsAt }) => monthOf(locale, startsAt)))];
  return months.map((month) => (
    <section key={month} aria-label={month}>
      <h2 className={classes.month}>{month}</h2>
      <Paper withBorder className={classesOfLists.list}>
        <ul className={classes.list} role="list">
          {rows
            .filter(({ startsAt }) => monthOf(locale, startsAt) === month)
            .map((session) => (
              <Row key={session.id} session={session} to={toOf(session)} />
            ))}
        </ul>
      </Paper>
    </section>
  ));
}

function Row({ session, to }: { session: SessionRow; to: string }) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const { startsAt, endsAt, state, figures, mine, abilities } = session;
  const { courseVersion, trainer } = session;
  return (
    <li className={classes.row}>
      <time dateTime={startsAt} className={classes.date}>
        <b>{dayOfMonth(startsAt)}</b>
        <span>{weekdayOf(locale, startsAt)}</span>
      </time>
      <span className={classes.main}>
        <span className={classes.head}>
          <Anchor underline="always" component={Link} to={to} className={classesOfLists.cover}>
            {inLocale(courseVersion.texts, locale)?.title}
          </Anchor>
          {(figures || state === 'CANCELLED' || state === 'HELD') && <TrainingStateBadge state={state} />}
          {!figures && <Mine session={session} />}
        </span>
        <span className={classes.facts}>
          <span>{training.stages[courseVersion.course.stage]}</span>
          <span>
            {time(locale, startsAt)}–{time(locale, endsAt)}
          </span>
          <span>{session.place ?? training.enter}</span>
          <span>{training.trainerIs(trainer.name)}</span>
          {figures &&
            (state === 'CLOSED' || state === 'HELD' ? (
              <span>{training.attendedOf(figures.attended, figures.participants)}</span>
            ) : (
              <span>{training.people(figures.participants)}</span>
            ))}
          {typeof figures?.average === 'number' && (
            <span>{training.score(points(locale, figures.average))}</span>
          )}
          {!mine && abilities.join && <span>{training.canJoin}</span>}
        </span>
      </span>
    </li>
  );
}

/** What it is to the viewer, who is a contact. */
function Mine({ session: { mine, abilities, feedback } }: { session: SessionRow }) {
  const { training } = useTrainingWords();
  if (abilities.giveFeedback && feedback.length === 0)
    return (
      <Badge variant="light" color="yellow" tt="none" autoContrast>
        {training.sayNow}
      </Badge>
    );
  if (!mine) return null;
  return (
    <Badge variant="light" color={mine.attendedAt ? 'teal' : 'blue'} tt="none" autoContrast>
      {mine.attendedAt ? training.attended : training.joined}
    </Badge>
  );
}
