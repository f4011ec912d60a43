// The saved replies of the team: read, write, change.
import { ActionIcon, Badge, Button, Group, Menu, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconDots,
  IconMessageBolt,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { Failed, Loading, Saying } from '../kit/states';
import { useLocale, useWords } from '../words/words';
import { notifyDone, notifyRefusal } from './notify';
import { ReplyDialog } from './ReplyDialog';
import { DeleteReply, RepliesQuery, type SavedReply } from './replies.gql';
import classes from './replies.module.css';
import { usePageTitle } from './usePageTitle';

export default function RepliesPage() {
  const words = useWords();
  const { threads, shell } = words;
  const { replies } = threads;
  const locale = useLocale();
  const [{ data, error, fetching }, again] = useQuery({ query: RepliesQuery });
  const [, remove] = useMutation(DeleteReply);
  const [editing, setEditing] = useState<SavedReply | 'new' | null>(null);
  // Those in the reader's own language first.
  const shown = [...(data?.savedReplies ?? [])].sort(
    (a, b) => Number(b.locale === locale) - Number(a.locale === locale),
  );
  usePageTitle(replies.title);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const drop = async ({ id, version }: SavedReply) => {
    const { error: refused } = await remove({ input: { replyId: id, version } });
    if (refused) notifyRefusal(words, refused);
    else notifyDone(words, replies.deleted);
    refresh();
  };
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      {replies.add}
    </Button>
  );
  return (
    <div className={classes.page}>
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={1} size="h3">
            {replies.title}
          </Title>
          <p className={classes.hint}>{replies.hint}</p>
        </div>
        {add}
      </Group>
      {!data && error ? (
        <Failed
          icon={<IconAlertTriangle size={28} />}
          title={shell.failedTitle}
          text={sayError(words, error) ?? shell.failed}
          retry={shell.retry}
          onRetry={refresh}
        />
      ) : !data && fetching ? (
        <Loading label={shell.loading} />
      ) : data?.savedReplies.length === 0 ? (
        <Saying icon={<IconMessageBolt size={28} />} title={replies.none} action={add} />
      ) : (
        <ul className={classes.list} role="list">
          {shown.map((reply) => (
            <li key={reply.id} className={classes.item}>
              <div className={classes.itemHead}>
                <strong>{reply.name}</strong>
                <Badge variant="default" size="sm" tt="none">
                  {replies.languages[reply.locale]}
                </Badge>
                {reply.abilities.change && (
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        className={classes.more}
                        aria-label={replies.actions(reply.name)}
                      >
                        <IconDots size={18} aria-hidden />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(reply)}>
                        {replies.change}
                      </Menu.Item>
                      <Menu.Item
                        color="red"
                        leftSection={<IconTrash size={16} />}
                        onClick={() => void drop(reply)}
                      >
                        {replies.delete}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </div>
              <p className={classes.text}>{reply.body}</p>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <ReplyDialog
          reply={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            notifyDone(words, replies.saved);
            refresh();
          }}
        />
      )}
    </div>
  );
}
