// Changing one's own words in place; somebody quicker is told, and nothing typed is lost.
import { Alert, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { sayError } from '../kit/errors';
import { useWords } from '../words/words';
import { isComposing, MOST_CHARACTERS } from './typing';
import { EditMessage, EditNote, type MessageItem, type NoteItem } from './threads.gql';

type Props = {
  entry: MessageItem | NoteItem;
  onDone: () => void;
  refresh: () => Promise<void>;
};

export function EntryEditor({ entry, onDone, refresh }: Props) {
  const words = useWords();
  const { shell, threads } = words;
  const note = entry.__typename === 'Note';
  // The version that the writer saw: what others change meanwhile is a conflict, not overwritten.
  const version = useRef(entry.version);
  const [body, setBody] = useState(entry.body ?? '');
  const [openToPlanners, setOpen] = useState(note && entry.openToPlanners);
  const [error, setError] = useState<CombinedError>();
  const [message, editMessage] = useMutation(EditMessage);
  const [noted, editNote] = useMutation(EditNote);
  const busy = message.fetching || noted.fetching;
  const fits = body.trim() !== '' && body.length <= MOST_CHARACTERS;

  const save = async () => {
    if (!fits || busy) return;
    const input = { body, version: version.current };
    const { error: refused } = note
      ? await editNote({
          input: { ...input, noteId: entry.id, openToPlanners },
        })
      : await editMessage({ input: { ...input, messageId: entry.id } });
    setError(refused);
    await refresh();
    if (!refused) onDone();
  };

  return (
    <Stack gap={6} w="100%">
      <Textarea
        aria-label={threads.editLabel}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
        autosize
        minRows={2}
        maxRows={14}
        autoFocus
        error={body.length > MOST_CHARACTERS ? threads.left(MOST_CHARACTERS - body.length) : undefined}
      />
      {note && (
        <Checkbox
          size="xs"
          label={threads.openToPlanners}
          checked={openToPlanners}
          onChange={(event) => setOpen(event.currentTarget.checked)}
        />
      )}
      {error && (
        <Alert color="red" role="alert" py={6}>
          {sayError(words, error)}
        </Alert>
      )}
      <Group gap={6} justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {shell.cancel}
        </Button>
        <Button size="compact-sm" onClick={() => void save()} loading={busy} disabled={!fits}>
          {shell.save}
        </Button>
      </Group>
    </Stack>
  );
}
