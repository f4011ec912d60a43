// Companies that are not heard of any more, the longest first: for whoever writes to them next.
import { Anchor, Paper, SegmentedControl, Select, Table, Text } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Definition, Sentence } from '../kit/Definition';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { More } from '../people/More';
import { Page } from '../people/Page';
import classesOfLists from '../people/people.module.css';
import { usePages } from '../people/usePages';
import { useHints } from '../session/live';
import { day, exact } from '../words/dates';
import { useQuietWords } from '../words/quiet';
import { useLocale } from '../words/words';
import { type Quiet, QuietCountQuery, QuietQuery } from './quiet.gql';
import { inLocale, number } from './said';
import { Away } from './TrainingPage';
import { TrainingTabs } from './TrainingTabs';
import classes from './training.module.css';

const WEEKS = [2, 4, 8, 12, 26];
const WHOSE = { all: null, trained: true, untrained: false } as const;
type Whose = keyof typeof WHOSE;

const isWhose = (word: string | null): word is Whose => word !== null && word in WHOSE;

export default function QuietPage() {
  const { quiet, training, shell } = useQuietWords();
  const locale = useLocale();
  const [parameters, setParameters] = useSearchParams();
  const asked = Number(parameters.get('weeks'));
  const chosen = Number.isInteger(asked) && asked >= 1 && asked <= 52 ? asked : null;
  const word = parameters.get('whose');
  const whose: Whose = isWhose(word) ? word : 'all';
  const narrowed = { weeks: chosen, trained: WHOSE[whose] };
  const list = usePages(QuietQuery, { ...narrowed, first: 30 }, (data) => data.quietCompanies);
  const [{ data: counted }, countAgain] = useQuery({
    query: QuietCountQuery,
    variables: narrowed,
    requestPolicy: 'cache-and-network',
  });
  const again = () => {
    list.again();
    countAgain({ requestPolicy: 'network-only' });
  };
  const spaces = new Set(list.rows.map(({ company }) => company.space?.id));
  // With a word of theirs they are gone; nobody comes in by a message.
  useHints(
    ({ kind, spaceId }) => kind === 'TRAINING' || (kind === 'THREAD' && spaces.has(spaceId ?? undefined)),
    again,
  );
  const narrow = (name: string, value: string | null) =>
    setParameters((before) => {
      if (value === null) before.delete(name);
      else before.set(name, value);
      return before;
    });
  const weeks = chosen ?? counted?.quietCompanies.weeks ?? null;
  const total = counted?.quietCompanies.totalCount;
  const choices = [...new Set([...WEEKS, ...(weeks ? [weeks] : [])])].sort((one, other) => one - other);
  return (
    <Page
      title={training.title}
      lead={
        <span className={classes.meaning}>
          {weeks !== null && total !== undefined && quiet.lead(number(locale, total), number(locale, weeks))}
          <Definition label={quiet.about}>
            <Sentence>{quiet.means}</Sentence>
            <Sentence>{quiet.meansSince}</Sentence>
          </Definition>
        </span>
      }
    >
      <TrainingTabs at="quiet" />
      <div className={classesOfLists.tools}>
        <SegmentedControl
          aria-label={quiet.whose}
          value={whose}
          data={(Object.keys(WHOSE) as Whose[]).map((value) => ({ value, label: quiet[value] }))}
          onChange={(value) => narrow('whose', value === 'all' ? null : value)}
        />
        <Select
          aria-label={quiet.silence}
          w={150}
          allowDeselect={false}
          value={weeks === null ? null : String(weeks)}
          data={choices.map((n) => ({ value: String(n), label: quiet.atLeast(number(locale, n)) }))}
          onChange={(value) => narrow('weeks', value)}
        />
      </div>
      {list.failed && list.rows.length === 0 ? (
        <Away onRetry={again} />
      ) : list.loading ? (
        <Loading label={shell.loading} />
      ) : list.rows.length === 0 ? (
        <Saying icon={<IconMoodSmile size={28} />} title={quiet.none}>
          {quiet.noneText}
        </Saying>
      ) : (
        <>
          <Paper
            withBorder
            className={classesOfLists.list}
            data-stale={list.stale || undefined}
            aria-busy={list.stale}
          >
            <QuietTable rows={list.rows} />
          </Paper>
          <More {...list} />
        </>
      )}
    </Page>
  );
}

function QuietTable({ rows }: { rows: readonly Quiet[] }) {
  const { quiet } = useQuietWords();
  return (
    <Table className={classesOfLists.table} role="table" aria-label={quiet.title}>
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {[quiet.company, quiet.since, quiet.training, quiet.word, quiet.responsible, quiet.space].map(
            (name) => (
              <Table.Th key={name} role="columnheader">
                {name}
              </Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row) => (
          <QuietRow key={row.company.id} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function QuietRow({ row }: { row: Quiet }) {
  const { quiet } = useQuietWords();
  const locale = useLocale();
  const { company, lastTraining, lastWordAt, responsible, since, trainedAt } = row;
  const title = lastTraining && inLocale(lastTraining.courseVersion.texts, locale)?.title;
  return (
    <Table.Tr role="row">
      <Table.Td role="rowheader" data-main>
        <Anchor component={Link} to={paths.company(company.handle)} size="sm" fw={600} underline="always">
          {company.name}
        </Anchor>
      </Table.Td>
      <Table.Td role="cell" data-full>
        <span className={classes.pair}>
          <b>{quiet.forWeeks(row.weeks)}</b>
          <Text component="time" dateTime={since} title={exact(locale, since)} size="xs" c="dimmed">
            {quiet.sinceDay(day(locale, since))}
          </Text>
        </span>
      </Table.Td>
      <Table.Td role="cell" data-full data-label={quiet.training}>
        {lastTraining && trainedAt ? (
          <span className={classes.pair}>
            <Anchor component={Link} to={paths.trainingSession(lastTraining.id)} size="sm" underline="always">
              {title}
            </Anchor>
            <Text component="time" dateTime={trainedAt} title={exact(locale, trainedAt)} size="xs" c="dimmed">
              {day(locale, trainedAt)}
            </Text>
          </span>
        ) : (
          <Text span size="sm" c="dimmed">
            {quiet.noTraining}
          </Text>
        )}
      </Table.Td>
      <Table.Td role="cell" data-label={quiet.word}>
        {lastWordAt ? (
          <Text component="time" dateTime={lastWordAt} title={exact(locale, lastWordAt)} size="sm">
            {day(locale, lastWordAt)}
          </Text>
        ) : (
          <Text span size="sm" c="dimmed">
            {quiet.noWord}
          </Text>
        )}
      </Table.Td>
      <Table.Td role="cell" data-label={quiet.responsible}>
        {responsible ? (
          responsible.name
        ) : (
          <Text span size="sm" c="dimmed">
            {quiet.nobody}
          </Text>
        )}
      </Table.Td>
      <Table.Td role="cell" data-label={quiet.space}>
        {company.space ? (
          <Anchor
            component={Link}
            to={paths.space(company.handle)}
            size="sm"
            underline="always"
            aria-label={quiet.openSpace(company.name)}
          >
            {quiet.open}
          </Anchor>
        ) : (
          <Text span size="sm" c="dimmed">
            {quiet.noSpace}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
