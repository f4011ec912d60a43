// Bringing history in, for administrators: the place for a new file, and what was brought so far.
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { IconFileImport, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Moment } from '../kit/Moment';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { More } from '../people/More';
import { Page } from '../people/Page';
import { usePages } from '../people/usePages';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';
import { ImportsQuery } from './importing.gql';
import { StateBadge } from './StateBadge';
import { TakeFile } from './TakeFile';

export default function ImportsPage() {
  const { importing } = useImportWords();
  const { abilities } = useSignedIn();
  if (!abilities.import) return <Forbidden />;
  return (
    <Page title={importing.title} lead={importing.lead}>
      <TakeFile />
      <Title order={2} size="h5" mt={32} mb={10}>
        {importing.listTitle}
      </Title>
      <List />
    </Page>
  );
}

export function Forbidden() {
  const { importing } = useImportWords();
  return (
    <Saying order={1} icon={<IconLock size={28} />} title={importing.forbiddenTitle}>
      {importing.forbidden}
    </Saying>
  );
}

function List() {
  const { importing, shell } = useImportWords();
  const list = usePages(ImportsQuery, { first: 30 }, (data) => data.imports);
  useHints(({ kind }) => kind === 'IMPORT', list.again);
  if (list.rows.length === 0) {
    if (list.failed) {
      return (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={shell.failed}
          retry={shell.retry}
          onRetry={list.again}
        />
      );
    }
    return list.loading ? (
      <Loading label={shell.loading} rows={3} />
    ) : (
      <Saying icon={<IconFileImport size={28} />} title={importing.noneTitle} order={3}>
        {importing.none}
      </Saying>
    );
  }
  return (
    <>
      <Paper withBorder className={classes.list}>
        <ul className={classes.lines}>
          {list.rows.map(({ id, name, state, rows, brought, createdAt, createdBy }) => (
            <li key={id} className={classes.listLine}>
              <div className={classes.listName}>
                <Anchor component={Link} to={paths.import(id)} className={classes.cover}>
                  {name}
                </Anchor>
                <Text size="xs" c="dimmed" component="div">
                  {createdBy ? importing.by(createdBy.name) : importing.commandLine} ·{' '}
                  <Moment at={createdAt} span />
                </Text>
              </div>
              <Text size="sm" className={classes.listCount}>
                {brought.threads > 0 && state !== 'UNDONE'
                  ? importing.listBrought(brought.threads)
                  : importing.rows(rows)}
              </Text>
              <StateBadge state={state} />
            </li>
          ))}
        </ul>
      </Paper>
      <More {...list} />
    </>
  );
}
