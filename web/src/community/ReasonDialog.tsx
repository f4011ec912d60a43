// A decision of a moderator, with its reason and with what it means.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../kit/Dialog';
import { useCommunityWords } from '../words/community';

const MOST = 300;

type Props = {
  title: string;
  texts: readonly string[];
  label: string;
  danger?: boolean;
  running: boolean;
  onClose: () => void;
  onDecide: (reason: string) => void;
};

export function ReasonDialog({ title, texts, label, danger = false, running, onClose, onDecide }: Props) {
  const { community, shell } = useCommunityWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} onClose={onClose} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDecide(reason.trim());
        }}
      >
        <Stack gap="sm">
          {texts.map((text) => (
            <Text size="sm" key={text}>
              {text}
            </Text>
          ))}
          <Textarea
            label={community.reason}
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={MOST}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button
              type="submit"
              {...(danger ? { color: 'red.8' } : {})}
              loading={running}
              disabled={reason.trim() === ''}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
