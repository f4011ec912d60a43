// Asked before the figures freeze: what happens, and that it cannot be undone.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../../kit/Dialog';
import { useReportWords } from '../../words/reporting';
import { PublishReport, type Report } from './report.gql';
import { sayReportError } from './refusals';

type Props = { report: Report; onClose: () => void; onChanged: () => void };

export default function PublishConfirm({ report, onClose, onChanged }: Props) {
  const words = useReportWords();
  const { report: say, shell } = words;
  const [{ fetching }, publish] = useMutation(PublishReport);
  const [refused, setRefused] = useState<string | null>(null);
  const go = async () => {
    const { error } = await publish({ input: { reportId: report.id, version: report.version } });
    onChanged();
    if (error) return setRefused(sayReportError(words, error));
    notifications.show({ message: say.published, closeButtonProps: { 'aria-label': shell.close } });
    onClose();
  };
  return (
    <Dialog title={say.publishTitle(report.week)} onClose={onClose} centered>
      <Stack gap="md">
        <Stack gap="xs">
          {say.publishText.map((sentence) => (
            <Text size="sm" key={sentence}>
              {sentence}
            </Text>
          ))}
          {!report.headline && (
            <Text size="sm" c="dimmed">
              {say.noHeadline}
            </Text>
          )}
        </Stack>
        {refused && (
          <Alert color="red" role="alert" p="sm">
            {refused}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {say.cancel}
          </Button>
          <Button loading={fetching} onClick={() => void go()}>
            {say.publish}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
