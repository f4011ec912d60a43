// What somebody showed for a step, and what was said to it, without leaving the table.
import { Text } from '@mantine/core';
import { useQuery } from 'urql';
import { Dialog } from '../kit/Dialog';
import { Loading } from '../kit/states';
import { useHints } from '../session/live';
import { useMissionWords } from '../words/missions';
import { MissionState } from './MissionState';
import { MissionQuery } from './missions.gql';
import { ShownList } from './ShownList';

export function ShownDialog({
  stepId,
  title,
  onClose,
}: {
  stepId: string;
  title: string;
  onClose: () => void;
}) {
  const { missions, shell } = useMissionWords();
  const [{ data, error }, again] = useQuery({
    query: MissionQuery,
    variables: { id: stepId },
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => again({ requestPolicy: 'network-only' }),
  );
  const step = data?.node?.__typename === 'MissionStep' ? data.node : null;
  return (
    <Dialog title={title} size="lg" onClose={onClose}>
      {step ? (
        <>
          <MissionState step={step} />
          {step.submissions.length > 0 ? (
            <ShownList shown={step.submissions} />
          ) : (
            <Text size="sm" c="dimmed" mt="sm">
              {missions.nothingShown}
            </Text>
          )}
        </>
      ) : error ? (
        <Text role="alert">{shell.failed}</Text>
      ) : (
        <Loading rows={2} label={shell.loading} />
      )}
    </Dialog>
  );
}
