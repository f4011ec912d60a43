// One training of one company in a row; a number opens exactly the items that it counts.
import { Anchor, Paper, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { CATEGORIES, type Category } from '../gql/words';
import { CategoryBadge } from '../kit/CategoryBadge';
import { paths } from '../paths';
import classesOfLists from '../people/people.module.css';
import { useAdoptionWords } from '../words/adoption';
import { day } from '../words/dates';
import { useLocale } from '../words/words';
import type { Adoption } from './adoption.gql';
import { inLocale, number } from './said';
import classes from './adoption.module.css';

export function AdoptionTable({ rows, stale }: { rows: readonly Adoption[]; stale: boolean }) {
  const { adoption, shell } = useAdoptionWords();
  return (
    <Paper withBorder className={classesOfLists.list} data-stale={stale || undefined} aria-busy={stale}>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={adoption.table}>
        <Table className={classes.table} horizontalSpacing="md" aria-label={adoption.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{adoption.company}</Table.Th>
              <Table.Th scope="col">{adoption.steps}</Table.Th>
              {CATEGORIES.map((category) => (
                <Table.Th key={category} scope="col">
                  <CategoryBadge category={category} label={shell.categories[category]} quiet />
                </Table.Th>
              ))}
              <Table.Th scope="col">{adoption.messages}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={`${row.trainingSession.id} ${row.company.id}`} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Paper>
  );
}

function Row({ row }: { row: Adoption }) {
  const { adoption } = useAdoptionWords();
  const locale = useLocale();
  const { company, trainingSession, before, after } = row;
  const title = inLocale(trainingSession.courseVersion.texts, locale)?.title;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <span className={classes.who}>
          <Anchor component={Link} to={paths.company(company.handle)} size="sm" fw={600} underline="always">
            {company.name}
          </Anchor>
          <Anchor
            component={Link}
            to={paths.trainingSession(trainingSession.id)}
            size="xs"
            underline="always"
            title={adoption.weeks(
              adoption.span(`${before.fromWeek} – ${before.toWeek}`, `${after.fromWeek} – ${after.toWeek}`),
            )}
          >
            {[title, day(locale, trainingSession.startsAt)].join(' · ')}
          </Anchor>
          {row.otherTrainings > 0 && (
            <Text size="xs" c="dimmed">
              {adoption.others(number(locale, row.otherTrainings))}
            </Text>
          )}
        </span>
      </Table.Th>
      <Table.Td>
        {row.stepsGiven === 0
          ? '–'
          : adoption.stepsOf(number(locale, row.stepsPassed), number(locale, row.stepsGiven))}
      </Table.Td>
      {before.figures && after.figures ? (
        <>
          {CATEGORIES.map((category) => (
            <Table.Td key={category}>
              <Opened row={row} category={category} side="before" />
              <Arrow />
              <Opened row={row} category={category} side="after" />
            </Table.Td>
          ))}
          <Table.Td>
            {number(locale, before.figures.messages)}
            <Arrow />
            {number(locale, after.figures.messages)}
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={CATEGORIES.length + 1} className={classes.lacking}>
          {!before.figures && (
            <Text size="sm" c="dimmed">
              {adoption.notBefore}
            </Text>
          )}
          {!after.figures && (
            <Text size="sm" c="dimmed">
              {adoption.notYet(day(locale, row.completeAt))}
            </Text>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

const Arrow = () => (
  <span className={classes.arrow} aria-hidden>
    →
  </span>
);

/** Behind nothing there is nothing to open. */
function Opened({ row, category, side }: { row: Adoption; category: Category; side: 'before' | 'after' }) {
  const { adoption, shell } = useAdoptionWords();
  const locale = useLocale();
  const { fromWeek, toWeek, figures } = row[side];
  const n = figures?.threads.find((each) => each.category === category)?.count ?? 0;
  const shown = number(locale, n);
  if (n === 0)
    return (
      <Text span size="sm" c="dimmed">
        {shown}
      </Text>
    );
  const list = new URLSearchParams({
    view: 'counted',
    origin: 'THREAD',
    company: row.company.id,
    category,
    week: fromWeek,
    toWeek,
  });
  return (
    <Anchor
      component={Link}
      to={`${paths.review}?${list}`}
      size="sm"
      underline="always"
      aria-label={adoption.open(shell.categories[category], adoption[side], shown)}
    >
      {shown}
    </Anchor>
  );
}
