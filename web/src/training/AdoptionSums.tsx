// All trainings that can be compared, together: five categories as pairs of bars from zero, on one scale.
import { Paper, Text, Title } from '@mantine/core';
import { CategoryBadge, categoryColor } from '../kit/CategoryBadge';
import { Definition, Sentence } from '../kit/Definition';
import { useAdoptionWords } from '../words/adoption';
import { useLocale } from '../words/words';
import type { Sums } from './adoption.gql';
import { number } from './said';
import classes from './adoption.module.css';
import panels from './training.module.css';

export function AdoptionSums({ sums }: { sums: Sums }) {
  const { adoption, shell } = useAdoptionWords();
  const locale = useLocale();
  const say = (n: number) => number(locale, n);
  const { before, after } = sums;
  const most = Math.max(
    1,
    ...before.threads.map(({ count }) => count),
    ...after.threads.map(({ count }) => count),
  );
  const figures: [name: string, meaning: string, value: string][] = [
    [adoption.steps, adoption.stepsMeans, adoption.stepsOf(say(sums.stepsPassed), say(sums.stepsGiven))],
    [
      adoption.threads,
      adoption.threadsMeans,
      adoption.change(say(before.threadCount), say(after.threadCount)),
    ],
    [adoption.messages, adoption.messagesMeans, adoption.change(say(before.messages), say(after.messages))],
  ];
  return (
    <Paper withBorder component="section" className={panels.panel} aria-labelledby="adoption-sums">
      <Title order={2} size="h5" id="adoption-sums" mb="sm">
        {adoption.chart}
      </Title>
      {sums.compared === 0 ? (
        <Text size="sm" c="dimmed">
          {adoption.noCompared}
        </Text>
      ) : (
        <div className={classes.sums}>
          <dl className={panels.figures}>
            {figures.map(([name, meaning, value]) => (
              <div key={name}>
                <dt className={panels.meaning}>
                  {name}
                  <Definition label={name}>
                    <Sentence>{meaning}</Sentence>
                  </Definition>
                </dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <ul className={classes.pairs}>
            {before.threads.map(({ category, count }, index) => {
              const name = shell.categories[category];
              const now = after.threads[index]?.count ?? 0;
              return (
                <li key={category}>
                  <CategoryBadge category={category} label={name} quiet />
                  <div
                    role="img"
                    aria-label={adoption.bar(name, say(count), say(now))}
                    className={classes.pair}
                    style={{ color: categoryColor(category) }}
                  >
                    <Bar n={count} most={most} label={adoption.before} shown={say(count)} earlier />
                    <Bar n={now} most={most} label={adoption.after} shown={say(now)} />
                  </div>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Paper>
  );
}

function Bar({
  n,
  most,
  label,
  shown,
  earlier = false,
}: {
  n: number;
  most: number;
  label: string;
  shown: string;
  earlier?: boolean;
}) {
  return (
    <span className={classes.bar}>
      <span className={classes.when}>{label}</span>
      <span className={classes.track}>
        <span
          className={classes.length}
          data-earlier={earlier || undefined}
          style={{ width: `${(n / most) * 100}%` }}
        />
      </span>
      <span className={classes.count}>{shown}</span>
    </span>
  );
}
