// An item was written down under a wrong moment: when it was really said, and why it is moved.
import { Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { Dialog } from '../../kit/Dialog';
import { sayError } from '../../kit/errors';
import { refusalOf } from '../../session/client';
import { useNeedsWords } from '../../words/needs';
import { useWords } from '../../words/words';
import { localMoment } from '../localMoment';
import { type Item, Redate } from '../voc.gql';

type Props = { item: Item; onClose: () => void; onDone: (item: Item) => void };

export function RedateDialog({ item, onClose, onDone }: Props) {
  const words = useWords();
  const { redating: say } = useNeedsWords();
  const [at, setAt] = useState(() => localMoment(new Date(item.occurredAt)));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<CombinedError | undefined>();
  const [saving, redate] = useMutation(Redate);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!at || !reason.trim()) return;
    const occurredAt = new Date(at).toISOString();
    const answer = await redate({ input: { itemId: item.id, version: item.version, occurredAt, reason } });
    setError(answer.error);
    if (answer.data) onDone(answer.data.redateVocItem.item);
  };
  return (
    <Dialog title={say.title} onClose={onClose} size="md">
      <form onSubmit={(event) => void save(event)} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {say.lead}
          </Text>
          <TextInput
            label={say.at}
            type="datetime-local"
            value={at}
            max={localMoment(new Date())}
            data-autofocus
            error={tried && !at ? say.atMissing : null}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <Textarea
            label={say.reason}
            description={say.reasonHint}
            value={reason}
            maxLength={300}
            autosize
            minRows={2}
            maxRows={6}
            error={tried && !reason.trim() ? say.reasonMissing : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {error && (
            <Text size="sm" c="red" role="alert">
              {refusalOf(error)?.reason === 'FUTURE' ? say.future : sayError(words, error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.shell.cancel}
            </Button>
            <Button type="submit" loading={saving.fetching}>
              {words.shell.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
