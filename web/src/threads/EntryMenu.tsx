// What may be done with one message or note: edit, delete, look at earlier versions.
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { Dialog } from '../kit/Dialog';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { History } from './History';
import { notifyRefusal } from './notify';
import { DeleteMessage, DeleteNote, type MessageItem, type NoteItem } from './threads.gql';
import classes from './Timeline.module.css';

type Props = {
  entry: MessageItem | NoteItem;
  onEdit: () => void;
  refresh: () => Promise<void>;
};

export function EntryMenu({ entry, onEdit, refresh }: Props) {
  const words = useWords();
  const { shell, threads } = words;
  const desk = useSignedIn().abilities.answer;
  const [asking, { open: ask, close }] = useDisclosure();
  const [reading, { open: read, close: endReading }] = useDisclosure();
  const [message, deleteMessage] = useMutation(DeleteMessage);
  const [noted, deleteNote] = useMutation(DeleteNote);
  const note = entry.__typename === 'Note';
  const changed = !note && desk && Boolean(entry.editedAt ?? entry.deletedAt);
  if (!entry.abilities.edit && !entry.abilities.delete && !changed) return null;

  const remove = async () => {
    const { id, version } = entry;
    const { error } = note
      ? await deleteNote({ input: { noteId: id, version } })
      : await deleteMessage({ input: { messageId: id, version } });
    if (error) notifyRefusal(words, error);
    await refresh();
    close();
  };

  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            className={classes.menu}
            variant="subtle"
            color="gray"
            size="md"
            aria-label={threads.menuOf(entry.author.name)}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {entry.abilities.edit && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
              {threads.edit}
            </Menu.Item>
          )}
          {changed && (
            <Menu.Item leftSection={<IconHistory size={16} />} onClick={read}>
              {threads.history}
            </Menu.Item>
          )}
          {entry.abilities.delete && (
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={ask}>
              {threads.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <Dialog title={note ? threads.removeNoteTitle : threads.removeTitle} onClose={close} centered>
          <Text size="sm">{threads.removeText}</Text>
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={close} data-autofocus>
              {shell.cancel}
            </Button>
            <Button color="red.8" loading={message.fetching || noted.fetching} onClick={() => void remove()}>
              {threads.remove}
            </Button>
          </Group>
        </Dialog>
      )}
      {reading && <History id={entry.id} onClose={endReading} />}
    </>
  );
}
