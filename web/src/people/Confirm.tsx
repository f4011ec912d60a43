// Asked before what ends something for somebody: what happens, what stays, and no way to press it by accident.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { Dialog } from '../kit/Dialog';
import { usePageWords } from '../words/pages';
import { sayRefusal } from './refusals';

type Props = {
  title: string;
  children: ReactNode;
  go: string;
  danger?: boolean;
  /** False while what has to be said first is still being read. */
  ready?: boolean;
  onClose: () => void;
  /** Resolves with the refusal, if any: it is said here and the dialog stays, as it does when something is missing. */
  onGo: () => Promise<CombinedError | 'stay' | undefined>;
};

export function Confirm({ title, children, go, danger = false, ready = true, onClose, onGo }: Props) {
  const words = usePageWords();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setRefused(null);
    const error = await onGo();
    setBusy(false);
    if (error === 'stay') return;
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
          <Button
            color={danger ? 'red' : undefined}
            loading={busy}
            disabled={!ready}
            onClick={() => void run()}
          >
            {go}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
