// Stopped by a person or by a fault: what is in, and the two ways on.
import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';
import { type Import, RunImport } from './importing.gql';
import { Problems } from './Problems';
import { Refused } from './Refused';
import { UndoButton } from './UndoButton';
import { useStep } from './useImport';

export function Halted({ subject }: { subject: Import }) {
  const { importing } = useImportWords();
  const run = useStep(RunImport);
  const { state, done, total, brought, failure } = subject;
  return (
    <div className={classes.stage}>
      <Paper withBorder className={classes.panel}>
        {state === 'FAILED' ? (
          <Alert color="red" role="alert" title={importing.failedTitle}>
            {importing.failures[failure ?? 'INTERNAL'] ?? importing.failures.INTERNAL}
          </Alert>
        ) : (
          <Title order={2} size="h4">
            {importing.stoppedTitle}
          </Title>
        )}
        <Text size="sm" mt="xs">
          {importing.stoppedLead(done, total)} {importing.soFar(brought.threads)}.
        </Text>
        <Group gap="sm" mt="md">
          {subject.abilities.run && (
            <Button loading={run.busy} onClick={() => void run.go({ input: { importId: subject.id } })}>
              {importing.goOn}
            </Button>
          )}
          {subject.abilities.undo && <UndoButton subject={subject} />}
        </Group>
        <Refused text={run.refused} />
      </Paper>
      {brought.wrong + brought.changed > 0 && <Problems subject={subject} />}
    </div>
  );
}
