// What was announced to the contact's company since Monday, on top of their trainings.
import { Anchor, Paper } from '@mantine/core';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Moment } from '../kit/Moment';
import { paths } from '../paths';
import classesOfLists from '../people/people.module.css';
import { useHints } from '../session/live';
import { useNewContentWords } from '../words/newContent';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { NewContentQuery } from './newContent.gql';
import { inLocale } from './said';
import classes from './training.module.css';

export function NewContent({ handle }: { handle: string }) {
  const words = useNewContentWords();
  const { training } = useTrainingWords();
  const locale = useLocale();
  const [{ data }, again] = useQuery({ query: NewContentQuery, requestPolicy: 'cache-and-network' });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => again({ requestPolicy: 'network-only' }),
  );
  if (!data || data.newContent.length === 0) return null;
  return (
    <section aria-labelledby="new-content">
      <h2 className={classes.month} id="new-content">
        {words.thisWeek}
      </h2>
      <Paper withBorder className={classesOfLists.list}>
        <ul className={classes.list} role="list">
          {data.newContent.map(({ at, courseVersion: { id, course, texts } }) => {
            const said = inLocale(texts, locale);
            return (
              <li key={id} className={classes.row}>
                <span className={classes.main}>
                  <span className={classes.head}>
                    <Anchor
                      underline="hover"
                      component={Link}
                      to={paths.newContent(handle, id)}
                      className={classesOfLists.cover}
                      fw={600}
                      c="bright"
                    >
                      {said?.title}
                    </Anchor>
                  </span>
                  {said?.summary && <span>{said.summary}</span>}
                  <span className={classes.facts}>
                    <span>{training.stages[course.stage]}</span>
                    <Moment at={at} span inherit />
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      </Paper>
    </section>
  );
}
