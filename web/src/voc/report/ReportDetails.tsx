// Published against now in detail: every figure that is another one, the items that explain it, and the proof of the document.
import { Alert, Anchor, Button, Code, Skeleton, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { sayError } from '../../kit/errors';
import { Definition, Sentence } from '../../kit/Definition';
import type { Category, Channel, Tier } from '../../gql/words';
import { useReportWords } from '../../words/reporting';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { ItemRow, type RowItem } from '../weekly/ItemRow';
import { type Report, type Since, SinceQuery } from './report.gql';
import classes from './report.module.css';

export default function ReportDetails({ report }: { report: Report }) {
  const words = useReportWords();
  const say = words.report;
  const [{ data, error }, again] = useQuery({
    query: SinceQuery,
    variables: { week: report.week },
    requestPolicy: 'network-only',
  });
  const since = data?.weeklyReport;
  if (error && !since) {
    return (
      <Text size="sm" role="alert">
        {sayError(words, error)}{' '}
        <Anchor underline="always" component="button" type="button" size="sm" onClick={() => again()}>
          {words.shell.retry}
        </Anchor>
      </Text>
    );
  }
  if (!since) return <Skeleton height={120} role="status" aria-label={say.loading} />;
  return (
    <>
      <Text size="sm" c="dimmed">
        {say.sinceText}
      </Text>
      <Compared since={since} />
      {since.differences.totalCount > 0 && <Differences since={since} week={report.week} />}
      <Proof hash={report.hash ?? ''} holds={since.hashHolds === true} />
    </>
  );
}

function Compared({ since }: { since: Since }) {
  const { report: say } = useReportWords();
  const locale = useLocale();
  const nameOf = useNameOf();
  // The five categories and the total always; of the rest only what is another figure now.
  const rows = since.compared.filter(
    ({ dimension, published, current }) =>
      dimension === 'TOTAL' || dimension === 'CATEGORY' || published !== current,
  );
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table className={classes.table} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              {say.figure}
              <Definition label={say.since}>
                <Sentence title={say.since}>{say.sinceMeaning}</Sentence>
              </Definition>
            </Table.Th>
            <Table.Th className={classes.number}>{say.wasPublished}</Table.Th>
            <Table.Th className={classes.number}>{say.isNow}</Table.Th>
            <Table.Th className={classes.number}>{say.difference}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.dimension} ${row.key}`} data-total={row.dimension === 'TOTAL' || undefined}>
              <Table.Th scope="row" fw={500}>
                {nameOf(row)}
              </Table.Th>
              <Table.Td className={classes.number}>
                {row.published === null ? '–' : count(locale, row.published)}
              </Table.Td>
              <Table.Td className={classes.number}>{count(locale, row.current)}</Table.Td>
              <Table.Td
                className={classes.number}
                title={say.gainedLost(count(locale, row.gained), count(locale, row.lost))}
              >
                {signed(locale, row.gained - row.lost)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const signed = (locale: 'ko' | 'en', n: number): string =>
  n === 0 ? '–' : `${n > 0 ? '+' : '−'}${count(locale, Math.abs(n))}`;

function useNameOf(): (row: Since['compared'][number]) => string {
  const { shell, voc } = useReportWords();
  const locale = useLocale();
  return ({ dimension, key, nameKo, nameEn }) => {
    if (dimension === 'TOTAL') return voc.weekly.total;
    if (dimension === 'CATEGORY') return shell.categories[key as Category];
    if (dimension === 'CHANNEL') return shell.channels[key as Channel];
    if (dimension === 'TIER') return shell.tiers[key as Tier];
    return (locale === 'ko' ? nameKo : nameEn) ?? (key === 'NONE' ? voc.noArea : voc.noCompany);
  };
}

function Differences({ since, week }: { since: Since; week: string }) {
  const { report: say, shell } = useReportWords();
  const client = useClient();
  const [more, setMore] = useState<Since['differences'][]>([]);
  const pages = [since.differences, ...more];
  const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? { hasNextPage: false, endCursor: null };
  const readMore = async () => {
    const { data } = await client.query(SinceQuery, { week, after: endCursor }).toPromise();
    const page = data?.weeklyReport?.differences;
    if (page) setMore([...more, page]);
  };
  return (
    <>
      <Title order={3} size="h6" id="report-differences">
        {say.reason}
      </Title>
      <ul className={classes.differences} aria-labelledby="report-differences">
        {pages
          .flatMap(({ edges }) => edges)
          .map(({ node }) => (
            <li key={node.itemId}>
              <p className={classes.reasons}>
                {node.reasons.map((reason) => (
                  <span key={reason} className={classes.reason}>
                    {say.reasons[reason]}
                    {reason === 'RECATEGORISED' && node.was && node.now && (
                      <>
                        {': '}
                        {say.movedFromTo(
                          shell.categories[node.was.category],
                          shell.categories[node.now.category],
                        )}
                      </>
                    )}
                  </span>
                ))}
              </p>
              {node.item ? (
                <ul className={classes.one}>
                  <ItemRow item={rowOf(node.item)} />
                </ul>
              ) : (
                <Text size="sm" c="dimmed">
                  {say.itemGone}
                  {node.was && `: ${shell.categories[node.was.category]}`}
                </Text>
              )}
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="sm" onClick={() => void readMore()}>
          {say.more}
        </Button>
      )}
    </>
  );
}

function Proof({ hash, holds }: { hash: string; holds: boolean }) {
  const { report: say } = useReportWords();
  if (!holds) {
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={say.hash}>
        {say.hashBroken} <Code className={classes.hash}>{hash}</Code>
      </Alert>
    );
  }
  return (
    <div className={classes.proof}>
      <span className={classes.holds}>
        <IconCircleCheck size={16} stroke={1.8} aria-hidden />
        {say.hashHolds}
        <Definition label={say.hash}>
          <Sentence title={say.hash}>{say.hashMeaning}</Sentence>
        </Definition>
      </span>
      <Code className={classes.hash}>{hash}</Code>
    </div>
  );
}

type SinceItem = NonNullable<Since['differences']['edges'][number]['node']['item']>;

/** An item stands with the company in whose space its thread stands. */
const rowOf = ({ thread, ...item }: SinceItem): RowItem => ({
  ...item,
  thread: thread && item.company && { ...thread, space: { company: item.company } },
});
