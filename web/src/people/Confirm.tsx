// Asked before what ends something for somebody: what happens, what stays, and no way to press it by accident.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { Dialog } from '../kit/Dialog';
import { useWords } from '../words/words';
import { sayRefusal } from './refusals';

type Props = {
  title: string;
  children: ReactNode;
  go: string;
  danger?: boolean;
  onClose: () => void;
  /** Resolves with the refusal, if any: it is said here and the dialog stays. */
  onGo: () => Promise<CombinedError | undefined>;
};

export function Confirm({ title, children, go, danger = false, onClose, onGo }: Props) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setRefused(null);
    const error = await onGo();
    setBusy(false);
    if (error) setRefused(sayRefusal(words, error));
    else onClose();
  };
  return (
    <Dialog onClose={onClose} title={title} centered>
      <Stack gap="md">
        <Stack gap="xs">{typeof children === 'string' ? <Text size="sm">{children}</Text> : children}</Stack>
        {refused && (
          <Alert color="red" role="alert" p="sm">
            {refused}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.shell.cancel}
          </Button>
          <Button color={danger ? 'red' : undefined} loading={busy} onClick={() => void run()}>
            {go}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
