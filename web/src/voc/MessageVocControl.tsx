// A later message of a client that says something of its own: one click makes it a VOC item, another takes it back.
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { type CombinedError, useMutation, useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { useMe } from '../session/me';
import type { MessagePartProps } from '../threads/slots';
import { useNeedsWords } from '../words/needs';
import { useWords } from '../words/words';
import { SplitMessage, ThreadItemQuery, Withdraw } from './voc.gql';

export function MessageVocControl({ threadId, messageId }: MessagePartProps) {
  const words = useWords();
  const say = useNeedsWords().splitting;
  const { me } = useMe();
  const staff = me?.abilities.answer ?? false;
  const [{ data }, again] = useQuery({ query: ThreadItemQuery, variables: { threadId }, pause: !staff });
  const [splitting, split] = useMutation(SplitMessage);
  const [withdrawing, withdraw] = useMutation(Withdraw);
  const thread = data?.thread.id === threadId ? data.thread : null;
  if (!staff || !thread) return null;
  const item = thread.vocItems.find((each) => each.messageId === messageId);
  const settle = ({ error }: { error?: CombinedError | undefined }) => {
    if (error)
      notifications.show({
        color: 'red',
        title: say.failed,
        message: sayError(words, error),
        closeButtonProps: { 'aria-label': words.shell.close },
      });
    again({ requestPolicy: 'network-only' });
  };
  const counted = item?.state === 'COUNTED';
  const act = async () => {
    if (item && counted)
      settle(await withdraw({ input: { itemId: item.id, version: item.version, reason: 'NO_INQUIRY' } }));
    else settle(await split({ input: { messageId } }));
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      w="fit-content"
      aria-pressed={counted}
      loading={splitting.fetching || withdrawing.fetching}
      leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
      onClick={() => void act()}
    >
      {counted ? say.undo : say.split}
    </Button>
  );
}
