// Rows that are left out: by what is wrong in them, and all of them as a file to mend.
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { download } from '../kit/csv';
import { useImportWords } from '../words/importing';
import { useLocale } from '../words/words';
import classes from './importing.module.css';
import { ErrorsCsvQuery, type Import, ProblemsQuery } from './importing.gql';

export function Problems({ subject }: { subject: Pick<Import, 'id' | 'name'> }) {
  const { importing, shell } = useImportWords();
  const locale = useLocale();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const variables = { importId: subject.id, locale };
  const [{ data }] = useQuery({ query: ProblemsQuery, variables, requestPolicy: 'cache-and-network' });
  const bring = async () => {
    setBusy(true);
    const answer = await client
      .query(ErrorsCsvQuery, variables, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    const name = importing.errorsFile(subject.name.replace(/\.\w+$/, ''));
    if (answer.data) return download(`${name}.csv`, answer.data.importErrorsCsv);
    notifications.show({
      color: 'red',
      message: importing.downloadFailed,
      closeButtonProps: { 'aria-label': shell.close },
    });
  };
  const problems = data?.importProblems ?? [];
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="import-problems">
      <Group justify="space-between" mb={10} gap="xs">
        <Title order={3} size="h5" id="import-problems">
          {importing.problemsTitle}
        </Title>
        <Button
          variant="default"
          size="xs"
          loading={busy}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => void bring()}
        >
          {importing.download}
        </Button>
      </Group>
      <Paper withBorder className={classes.list}>
        <ul className={classes.lines}>
          {problems.map(({ field, column, reason, count, line, message }) => (
            <li key={`${field} ${column} ${reason}`} className={classes.problem}>
              <Text size="sm" fw={600} className={classes.problemColumn}>
                {column || (field ? importing.fields[field] : importing.wholeRow)}
              </Text>
              <Text size="sm" className={classes.problemText}>
                {message}
              </Text>
              <Text size="xs" c="dimmed" className={classes.problemLines}>
                {importing.problem(count, line)}
              </Text>
            </li>
          ))}
        </ul>
      </Paper>
    </section>
  );
}
