// Telling the moderators of a post; they do not learn who told them.
import { Alert, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMutation } from 'urql';
import { BOARD_REPORT_REASONS, type BoardReportReason } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useCommunityWords } from '../words/community';
import { Report } from './writing.gql';

export function ReportDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const words = useCommunityWords();
  const { community, shell } = words;
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<BoardReportReason | null>(null);
  const [more, setMore] = useState('');
  const [{ error, fetching }, report] = useMutation(Report);
  const send = async () => {
    if (!reason) return;
    const { data } = await report({ input: { id, postId, reason, words: more.trim() } });
    if (!data) return;
    notifications.show({ message: community.reported, closeButtonProps: { 'aria-label': shell.close } });
    onClose();
  };
  return (
    <Dialog title={community.reportTitle} onClose={onClose} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{community.reportText}</Text>
          <Radio.Group
            aria-label={community.reportTitle}
            value={reason ?? ''}
            onChange={(value) => setReason(BOARD_REPORT_REASONS.find((each) => each === value) ?? null)}
          >
            <Stack gap="sm">
              {BOARD_REPORT_REASONS.map((each) => (
                <Radio key={each} value={each} label={community.reasons[each]} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={community.reportWords}
            autosize
            minRows={2}
            maxLength={500}
            value={more}
            onChange={(event) => setMore(event.currentTarget.value)}
          />
          {error && (
            <Alert color="red" role="alert" p="sm">
              {sayError(words, error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={fetching} disabled={reason === null}>
              {community.report}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
