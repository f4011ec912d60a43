// Something runs: how far it is. One may leave; the next look shows where it is then.
import { Button, Group, Paper, Progress, Text, Title } from '@mantine/core';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';
import { type Import, StopImport } from './importing.gql';
import { Refused } from './Refused';
import { useStep } from './useImport';

export function Underway({ subject }: { subject: Import }) {
  const { importing } = useImportWords();
  const stop = useStep(StopImport);
  const { state, done, total, brought, stopping } = subject;
  const said = {
    CHECKING: [importing.checkingTitle, importing.checkingLead],
    RUNNING: [importing.runningTitle, importing.runningLead],
    UNDOING: [importing.undoingTitle, importing.runningLead],
  }[state as string] ?? ['', ''];
  const far = state === 'UNDOING' ? importing.undoProgress(done, total) : importing.progress(done, total);
  return (
    <Paper withBorder className={classes.panel}>
      <Title order={2} size="h4" id="import-underway">
        {said[0]}
      </Title>
      <Text size="sm" c="dimmed">
        {said[1]}
      </Text>
      <Progress.Root size="lg" my="sm">
        <Progress.Section
          value={total > 0 ? (done / total) * 100 : 0}
          aria-labelledby="import-underway"
          aria-valuetext={far}
        />
      </Progress.Root>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {far}
          {state === 'RUNNING' && ` · ${importing.soFar(brought.threads)}`}
        </Text>
        {subject.abilities.stop &&
          (stopping ? (
            <Text size="sm" c="dimmed" role="status">
              {importing.stopping}
            </Text>
          ) : (
            <Button
              variant="default"
              loading={stop.busy}
              onClick={() => void stop.go({ input: { importId: subject.id } })}
            >
              {importing.stop}
            </Button>
          ))}
      </Group>
      <Refused text={stop.refused} />
    </Paper>
  );
}
