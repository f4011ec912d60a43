// What may be done with a post: its author edits and deletes it, readers report it, moderators hide it or ban its author.
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import {
  IconBan,
  IconDots,
  IconEye,
  IconEyeOff,
  IconFlag,
  IconHelpCircle,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { Dialog } from '../kit/Dialog';
import { useOfferWords } from '../words/boardOffers';
import { useCommunityWords } from '../words/community';
import { useAuthorName } from './Author';
import type { Post, Thread } from './boards.gql';
import { forgetWritten, useOwnKey } from './kept';
import { Ban, Hide, Offer, Restore } from './moderating.gql';
import { useBoardPaths } from './place';
import { ReasonDialog } from './ReasonDialog';
import { ReportDialog } from './ReportDialog';
import { useRun } from './useRun';
import { Delete } from './writing.gql';

type Props = { post: Post; thread: Thread; onEdit: () => void; onDone: () => void };
type Asked = 'delete' | 'report' | 'hide' | 'restore' | 'ban';

export function PostMenu({ post, thread, onEdit, onDone }: Props) {
  const { community } = useCommunityWords();
  const who = useAuthorName(post.author);
  const offers = useOfferWords();
  const { run } = useRun(onDone);
  const [, offer] = useMutation(Offer);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { abilities } = post;
  const close = () => setAsked(null);
  const items = [
    abilities.edit && { label: community.edit, Icon: IconPencil, run: onEdit },
    abilities.report && { label: community.report, Icon: IconFlag, run: () => setAsked('report') },
    abilities.offer && {
      label: post.offered ? offers.takeBack : offers.offer,
      Icon: IconHelpCircle,
      run: () =>
        void run(
          () => offer({ input: { postId: post.id, offered: !post.offered } }),
          post.offered ? offers.takenBack : offers.offered,
        ),
    },
    abilities.hide && { label: community.hide, Icon: IconEyeOff, run: () => setAsked('hide') },
    abilities.restore && { label: community.restore, Icon: IconEye, run: () => setAsked('restore') },
    abilities.ban && { label: community.ban, Icon: IconBan, run: () => setAsked('ban'), danger: true },
    abilities.delete && {
      label: community.remove,
      Icon: IconTrash,
      run: () => setAsked('delete'),
      danger: true,
    },
  ].filter((each) => each !== false);
  if (items.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={community.menuOf(who)}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {items.map(({ label, Icon, run, ...rest }) => (
            <Menu.Item
              key={label}
              leftSection={<Icon size={16} />}
              onClick={run}
              {...('danger' in rest ? { color: 'red' } : {})}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked === 'report' && <ReportDialog postId={post.id} onClose={close} />}
      {asked === 'delete' && <DeleteDialog post={post} thread={thread} onClose={close} onDone={onDone} />}
      {asked && asked !== 'report' && asked !== 'delete' && (
        <Decide asked={asked} post={post} onClose={close} onDone={onDone} />
      )}
    </>
  );
}

type DialogProps = { post: Post; onClose: () => void; onDone: () => void };

function DeleteDialog({ post, thread, onClose, onDone }: DialogProps & { thread: Thread }) {
  const { community, shell } = useCommunityWords();
  const own = useOwnKey();
  const navigate = useNavigate();
  const { board } = useBoardPaths();
  const { run, running } = useRun(() => {});
  const [, remove] = useMutation(Delete);
  const whole = post.kind === 'QUESTION' && thread.lastSeq === 1;
  const confirmed = async () => {
    let gone = false;
    const done = await run(async () => {
      const { data, error } = await remove({ input: { postId: post.id } });
      gone = data?.deleteBoardPost.thread === null;
      return { error };
    });
    if (gone) {
      forgetWritten(own, thread.id);
      return void navigate(board(thread.boardId), { replace: true });
    }
    onDone();
    if (done) onClose();
  };
  return (
    <Dialog title={community.removeTitle} onClose={onClose} centered>
      <Text size="sm">{whole ? community.removeWhole : community.removeText}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {shell.cancel}
        </Button>
        <Button color="red.8" loading={running} onClick={() => void confirmed()}>
          {community.remove}
        </Button>
      </Group>
    </Dialog>
  );
}

function Decide({ asked, post, onClose, onDone }: DialogProps & { asked: 'hide' | 'restore' | 'ban' }) {
  const { community } = useCommunityWords();
  const { run, running } = useRun(onDone);
  const [, hide] = useMutation(Hide);
  const [, restore] = useMutation(Restore);
  const [, ban] = useMutation(Ban);
  const hideTexts = [community.hideText, ...(post.kind === 'QUESTION' ? [community.hideQuestionText] : [])];
  const ways = {
    hide: { run: hide, title: community.hideTitle, texts: hideTexts, said: community.hidden },
    restore: {
      run: restore,
      title: community.restoreTitle,
      texts: [community.restoreText],
      said: community.restored,
    },
    ban: {
      run: ban,
      title: community.banTitle,
      texts: [community.banText, community.banMore],
      said: community.banned,
    },
  };
  const { run: command, title, texts, said } = ways[asked];
  return (
    <ReasonDialog
      title={title}
      texts={texts}
      label={community[asked]}
      danger={asked !== 'restore'}
      running={running}
      onClose={onClose}
      onDecide={async (reason) => {
        if (await run(() => command({ input: { postId: post.id, reason } }), said)) onClose();
      }}
    />
  );
}
