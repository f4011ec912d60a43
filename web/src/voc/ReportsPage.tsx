// Every week since the beginning with its report: published, a draft, or none; the quiet weeks too.
import { Badge, Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import type { CombinedError } from 'urql';
import { Text, Title } from '@mantine/core';
import { sayError } from '../kit/errors';
import { Failed, Loading } from '../kit/states';
import { paths } from '../paths';
import { useReportWords } from '../words/reporting';
import { useLocale } from '../words/words';
import { count } from './numbers';
import { type ReportWeek, ReportWeeksQuery } from './report/report.gql';
import report from './report/report.module.css';
import classes from './weekly/weekly.module.css';
import { shortSpanOf } from './weeks';

export default function ReportsPage() {
  const words = useReportWords();
  const say = words.report;
  const locale = useLocale();
  const client = useClient();
  const [weeks, setWeeks] = useState<ReportWeek[] | null>(null);
  const [more, setMore] = useState<string | null>(null);
  const [error, setError] = useState<CombinedError | undefined>();
  useDocumentTitle(say.allTitle);
  const read = async (after: string | null) => {
    const result = await client
      .query(ReportWeeksQuery, { after }, { requestPolicy: 'network-only' })
      .toPromise();
    setError(result.error);
    const page = result.data?.reportWeeks;
    if (!page) return;
    setWeeks((before) => [...(after ? (before ?? []) : []), ...page.edges.map(({ node }) => node)]);
    setMore(page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null);
  };
  useEffect(() => {
    void read(null);
  }, []);
  if (error && !weeks) {
    return (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={words.shell.failedTitle}
        text={sayError(words, error) ?? say.failed}
        retry={words.shell.retry}
        onRetry={() => void read(null)}
      />
    );
  }
  if (!weeks) return <Loading label={say.loading} />;
  return (
    <div className={classes.inner}>
      <div>
        <Title order={1} size="h3">
          {say.allTitle}
        </Title>
        <Text c="dimmed" size="sm" mt={4}>
          {say.allLead}
        </Text>
      </div>
      <ul className={report.weeks} aria-label={say.listLabel}>
        {weeks.map(({ week, state, headline, total, publishedTotal }) => (
          <li key={week}>
            <Link to={paths.week(week)} className={report.weekRow}>
              <span className={report.weekName}>{week}</span>
              <span className={report.weekSpan}>{shortSpanOf(locale, week)}</span>
              <span className={report.weekHeadline}>{headline}</span>
              <Badge variant={state === 'PUBLISHED' ? 'light' : 'default'} tt="none" component="span">
                {say.states[state ?? 'NONE']}
              </Badge>
              <span className={report.number}>
                {words.voc.items(count(locale, publishedTotal ?? total))}
                {publishedTotal !== null && publishedTotal !== total && (
                  <span className={report.weekNow}> · {say.restated(count(locale, total))}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="default" onClick={() => void read(more)}>
          {say.more}
        </Button>
      )}
    </div>
  );
}
