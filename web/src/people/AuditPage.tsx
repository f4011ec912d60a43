// The trail of role and access changes, for administrators.
import { Badge, Button, Paper, Text } from '@mantine/core';
import { IconDownload, IconHistory, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { download } from '../kit/csv';
import { asCsv } from '../kit/csvText';
import { Moment } from '../kit/Moment';
import { Failed, Loading, Saying } from '../kit/states';
import { dateOf } from '../words/dates';
import { usePageWords } from '../words/pages';
import { AuditFilters } from './AuditFilters';
import { AuditTrail, cellsOf, type Entry, tellEntry } from './audit';
import { More } from './More';
import { Page } from './Page';
import classes from './people.module.css';
import { announce } from './refusals';
import { useAuditFilters } from './useAuditFilters';
import { usePages } from './usePages';

/** More rows than this are not collected into one file: a shorter period makes a smaller one. */
const MOST_ROWS = 20_000;

export default function AuditPage() {
  const words = usePageWords();
  const { audit, shell } = words;
  const control = useAuditFilters();
  const list = usePages(AuditTrail, { ...control.asked, first: 30 }, (data) => data.auditTrail);
  let content = <Loading label={shell.loading} />;
  if (list.rows.length > 0) {
    content = (
      <>
        <Paper
          withBorder
          className={classes.list}
          data-stale={list.stale || undefined}
          aria-busy={list.stale}
        >
          <ul className={classes.lines} aria-label={audit.title}>
            {list.rows.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </ul>
        </Paper>
        <More {...list} />
      </>
    );
  } else if (list.failed) {
    content = (
      <Failed
        icon={<IconPlugConnectedX size={28} />}
        title={shell.failedTitle}
        text={shell.failed}
        retry={shell.retry}
        onRetry={list.again}
      />
    );
  } else if (!list.loading) {
    content = control.narrowed ? (
      <Saying
        icon={<IconSearchOff size={28} />}
        title={audit.noMatchTitle}
        action={
          <Button variant="light" onClick={control.clear}>
            {audit.clear}
          </Button>
        }
      >
        {audit.noMatch}
      </Saying>
    ) : (
      <Saying icon={<IconHistory size={28} />} title={audit.noneTitle}>
        {audit.none}
      </Saying>
    );
  }
  return (
    <Page
      title={audit.title}
      lead={audit.lead}
      actions={list.rows.length > 0 && <Export asked={control.asked} />}
    >
      <AuditFilters {...control} />
      {content}
    </Page>
  );
}

function Row({ entry }: { entry: Entry }) {
  const words = usePageWords();
  return (
    <li className={classes.trail}>
      <div className={classes.who}>
        <Text size="sm" className={classes.workLine}>
          {tellEntry(words, entry)}
        </Text>
        {entry.reason && (
          <Text size="xs" c="dimmed" className={classes.workLine}>
            {words.audit.reason(entry.reason)}
          </Text>
        )}
      </div>
      <Badge variant="light" color="gray" size="sm" tt="none" className={classes.badge}>
        {words.audit.actions[entry.action]}
      </Badge>
      <Moment at={entry.at} className={classes.when ?? ''} />
    </li>
  );
}

/** Everything that the filters find, page by page, as one file. */
function Export({ asked }: { asked: ReturnType<typeof useAuditFilters>['asked'] }) {
  const words = usePageWords();
  const { audit } = words;
  const client = useClient();
  const [collected, setCollected] = useState<number | null>(null);
  const run = async () => {
    const rows: string[][] = [];
    let after: string | null = null;
    do {
      setCollected(rows.length);
      const { data, error }: Awaited<ReturnType<typeof page>> = await page(after);
      if (error || !data) {
        setCollected(null);
        return announce(words, audit.exportFailed);
      }
      rows.push(...data.auditTrail.edges.map(({ node }) => cellsOf(words, node)));
      const { hasNextPage, endCursor } = data.auditTrail.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after && rows.length < MOST_ROWS);
    setCollected(null);
    download(`audit-${dateOf(new Date())}.csv`, asCsv([audit.columns, ...rows]));
    announce(words, audit.exported(rows.length));
  };
  const page = (after: string | null) =>
    client.query(AuditTrail, { ...asked, first: 100, after }, { requestPolicy: 'network-only' }).toPromise();
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={collected !== null}
      onClick={() => void run()}
    >
      {collected === null ? audit.export : audit.exporting(collected)}
    </Button>
  );
}
