// The buttons above the list; what they open comes when it is first wanted.
import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconListCheck, IconUsersGroup } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useSignedIn } from '../session/me';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import type { Marked } from './useMarked';

const TeamDialog = lazy(() => import('./Team').then((file) => ({ default: file.TeamDialog })));

export function KeysHelpButton({ onClick }: { onClick: () => void }) {
  const { threads } = useWords();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="md"
      className={classes.keysButton}
      aria-label={threads.keysHelp}
      title={`${threads.keysHelp} (?)`}
      onClick={onClick}
    >
      <IconKeyboard size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

/** For who leads: the same figures wherever the list is. */
export function TeamButton() {
  const inbox = useInboxWords();
  const { leadTeam } = useSignedIn().abilities;
  const [opened, { open, close }] = useDisclosure();
  if (!leadTeam) return null;
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={inbox.team}
        title={inbox.team}
        onClick={open}
      >
        <IconUsersGroup size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
      <Suspense fallback={null}>{opened && <TeamDialog onClose={close} />}</Suspense>
    </>
  );
}

export function MarkButton({ marked }: { marked: Marked }) {
  const { threads } = useWords();
  return (
    <ActionIcon
      variant={marked.on ? 'light' : 'subtle'}
      color={marked.on ? undefined : 'gray'}
      size="md"
      aria-pressed={marked.on}
      aria-label={threads.bulk.begin}
      title={`${threads.bulk.begin} (x)`}
      onClick={marked.on ? marked.clear : marked.begin}
    >
      <IconListCheck size={17} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
