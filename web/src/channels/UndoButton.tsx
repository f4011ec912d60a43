// Undoes a whole import, after naming what goes and what stays.
import { Button, List, Skeleton, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Confirm } from '../people/Confirm';
import { useImportWords } from '../words/importing';
import { type Import, LeavingQuery, UndoImport } from './importing.gql';

export function UndoButton({ subject }: { subject: Import }) {
  const { importing } = useImportWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {importing.undo}
      </Button>
      {asking && <UndoConfirm subject={subject} onClose={() => setAsking(false)} />}
    </>
  );
}

function UndoConfirm({ subject, onClose }: { subject: Import; onClose: () => void }) {
  const { importing } = useImportWords();
  const importId = subject.id;
  const [{ data }] = useQuery({
    query: LeavingQuery,
    variables: { importId },
    requestPolicy: 'network-only',
  });
  const [, undo] = useMutation(UndoImport);
  const leaving = data?.importLeaving;
  return (
    <Confirm
      title={importing.undoTitle}
      go={importing.undoGo}
      danger
      ready={leaving !== undefined}
      onClose={onClose}
      onGo={async () => (await undo({ input: { importId } })).error}
    >
      {leaving ? (
        <>
          <Text size="sm">{importing.undoThreads(leaving.threads)}</Text>
          {leaving.companies + leaving.people > 0 && (
            <Text size="sm">{importing.undoOthers(leaving.companies, leaving.people)}</Text>
          )}
          {leaving.keptCount > 0 && (
            <>
              <Text size="sm" fw={600}>
                {importing.undoKept(leaving.keptCount)}
              </Text>
              <List size="sm" spacing={2}>
                {leaving.kept.map(({ id, name, why }) => (
                  <List.Item key={id}>
                    {name}{' '}
                    <Text span size="xs" c="dimmed">
                      {importing.why[why]}
                    </Text>
                  </List.Item>
                ))}
                {leaving.keptCount > leaving.kept.length && (
                  <List.Item>{importing.more(leaving.keptCount - leaving.kept.length)}</List.Item>
                )}
              </List>
            </>
          )}
          <Text size="sm" c="dimmed">
            {importing.undoForever}
          </Text>
        </>
      ) : (
        <div role="status" aria-label={importing.undoAsking}>
          <Skeleton height={14} mb={8} />
          <Skeleton height={14} width="70%" />
        </div>
      )}
    </Confirm>
  );
}
