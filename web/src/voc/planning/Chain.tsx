// One chain, walked from left to right in time: words, the weeks that count them, decision, release, notice.
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../paths';
import { exact } from '../../words/dates';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import type { PlanningItem } from './planning.gql';
import classes from './planning.module.css';

export function Chain({ item }: { item: PlanningItem }) {
  const { planning, shell } = usePlanningWords();
  const locale = useLocale();
  const last = item.decisions.at(-1);
  const { told, couldNot, total } = item.telling;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-chain">
      <Title order={2} size="sm" mb="sm" id="planning-chain">
        {planning.chain}
      </Title>
      <ol className={classes.log}>
        <li>
          <Text size="sm" fw={600}>
            {planning.chainWords}
          </Text>
          <Anchor underline="always" href="#planning-voices" size="sm">
            {planning.mentions(count(locale, item.reach.mentions))},{' '}
            {planning.companies(count(locale, item.reach.companies))}
          </Anchor>
        </li>
        <li>
          <Text size="sm" fw={600}>
            {planning.chainFigures}
          </Text>
          <span className={classes.facts}>
            {item.weeks.map(({ week, category, count: n }) => (
              <Anchor
                underline="always"
                key={`${week} ${category}`}
                component={Link}
                to={`${paths.week(week)}?category=${category}`}
                size="sm"
              >
                {planning.weekCount(week, shell.categories[category], count(locale, n))}
              </Anchor>
            ))}
          </span>
        </li>
        <li>
          <Text size="sm" fw={600}>
            {planning.chainDecision}
          </Text>
          {last && (
            <Text size="sm">
              {planning.states[last.to]} · {last.actor.name} · {exact(locale, last.at)}
            </Text>
          )}
        </li>
        <li>
          <Text size="sm" fw={600}>
            {planning.chainRelease}
          </Text>
          <Text size="sm">{item.release ?? planning.noRelease}</Text>
        </li>
        <li>
          <Text size="sm" fw={600}>
            {planning.chainNotice}
          </Text>
          <Anchor underline="always" href="#planning-voices" size="sm">
            {planning.counts(count(locale, told), count(locale, couldNot), count(locale, total))}
          </Anchor>
        </li>
      </ol>
    </Paper>
  );
}
