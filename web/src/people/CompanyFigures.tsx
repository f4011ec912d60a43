// A company in figures, each with its meaning; those that stand for things open them.
import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { CategoryBadge } from '../kit/CategoryBadge';
import { Definition, Sentence } from '../kit/Definition';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { type PageWords, usePageWords } from '../words/pages';
import classes from './figures.module.css';

const Figures = graphql(`
  query CompanyFigures($handle: String!) {
    companyByHandle(handle: $handle) {
      id
      figures {
        open
        waitingForUs
        medianFirstResponseMinutes
        firstResponses
      }
      voc {
        week
        toWeek
        categories {
          category
          count
        }
      }
    }
  }
`);

/** 42분 · 3시간 5분 · 2일 4시간 */
function spanOf({ figures }: PageWords, minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return figures.minutes(whole);
  if (whole < 48 * 60) return figures.hours(Math.floor(whole / 60), whole % 60);
  return figures.days(Math.floor(whole / 1_440), Math.round((whole % 1_440) / 60));
}

export function CompanyFigures({ handle }: { handle: string }) {
  const words = usePageWords();
  const { figures, shell } = words;
  const [{ data, error }, ask] = useQuery({ query: Figures, variables: { handle } });
  useHints(
    ({ kind }) => kind === 'THREAD' || kind === 'VOC',
    () => ask({ requestPolicy: 'network-only' }),
  );
  const company = data?.companyByHandle;
  if (!company) {
    return error ? (
      <Text size="sm" c="dimmed" mt="md" role="alert">
        {figures.failed}
      </Text>
    ) : (
      <div className={classes.holding} role="status" aria-label={shell.loading} />
    );
  }
  const { figures: counted, voc } = company;
  const median = counted?.medianFirstResponseMinutes ?? null;
  const total = voc?.categories.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <section className={classes.figures} aria-labelledby="company-figures">
      <Title order={2} size="sm" id="company-figures">
        {figures.title}
      </Title>
      {counted && (
        <dl className={classes.numbers}>
          <Figure name={figures.open} meaning={figures.openMeans}>
            {counted.open}
          </Figure>
          <Figure name={figures.waiting} meaning={figures.waitingMeans}>
            {counted.waitingForUs}
          </Figure>
          <Figure
            name={figures.first}
            meaning={figures.firstMeans}
            below={median === null ? figures.firstNone : figures.firstOf(counted.firstResponses)}
          >
            {median === null ? '–' : spanOf(words, median)}
          </Figure>
        </dl>
      )}
      {voc && (
        <Paper withBorder className={classes.voc}>
          <div className={classes.name}>
            <Text size="sm" component="h3">
              {figures.voc}
            </Text>
            <Definition label={figures.about(figures.voc)}>
              <Sentence>{figures.vocMeans}</Sentence>
            </Definition>
          </div>
          {total === 0 ? (
            <Text size="sm" c="dimmed">
              {figures.vocNone}
            </Text>
          ) : (
            <ul className={classes.categories}>
              {voc.categories.map(({ category, count }) => {
                const label = shell.categories[category];
                const badge = <CategoryBadge category={category} label={label} quiet />;
                return (
                  <li key={category}>
                    {count === 0 ? (
                      <span className={classes.category} data-none>
                        {badge} <b>0</b>
                      </span>
                    ) : (
                      <Link
                        to={`${paths.review}?${new URLSearchParams({
                          view: 'counted',
                          company: company.id,
                          category,
                          week: voc.week,
                          toWeek: voc.toWeek,
                        })}`}
                        className={classes.category}
                        aria-label={figures.vocOf(label, count)}
                      >
                        {badge} <b>{count}</b>
                      </Link>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </Paper>
      )}
    </section>
  );
}

type FigureProps = { name: string; meaning: string; below?: string; children: ReactNode };

function Figure({ name, meaning, below, children }: FigureProps) {
  const { figures } = usePageWords();
  return (
    <Paper withBorder className={classes.figure}>
      <dt className={classes.name}>
        <Text size="sm" span>
          {name}
        </Text>
        <Definition label={figures.about(name)}>
          <Sentence>{meaning}</Sentence>
        </Definition>
      </dt>
      <dd className={classes.value}>
        {children}
        {below && (
          <Text size="xs" c="dimmed" component="div" fw={400}>
            {below}
          </Text>
        )}
      </dd>
    </Paper>
  );
}
