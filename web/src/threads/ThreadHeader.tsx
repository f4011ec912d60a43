// The head of a thread: what it is called, how it stands, what may be done with it.
import { ActionIcon, Anchor, Button, CopyButton, Menu, Skeleton, Text, Title } from '@mantine/core';
import { IconCheck, IconDots, IconInbox, IconLink, IconPencil, IconRotate } from '@tabler/icons-react';
import { lazy, type ReactNode, type RefObject, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { notifyDone } from './notify';
import { useThreadSlots } from './slots';
import { StateMark } from './StateMark';
import { ThreadTitle } from './ThreadTitle';
import classes from './ThreadView.module.css';
import type { ThreadModel } from './useThread';

/** Contacts, mostly on phones, never load what only the desk uses. */
const DeskTools = lazy(() => import('./DeskTools').then((file) => ({ default: file.DeskTools })));

type Props = {
  model: ThreadModel;
  back: ReactNode;
  pathOf: (threadId: string) => string;
  assignee: RefObject<HTMLInputElement | null>;
  keys: boolean;
  order: 1 | 2;
  toggleResolved: () => Promise<void>;
};

export function ThreadHeader({ model, back, pathOf, assignee, keys, order, toggleResolved }: Props) {
  const words = useWords();
  const { threads, shell } = words;
  const me = useSignedIn();
  const { about: About } = useThreadSlots();
  const [renaming, setRenaming] = useState(false);
  const { thread } = model;
  if (!thread) {
    return (
      <header className={classes.header}>
        <div className={classes.headLine}>
          {back}
          <Title order={order} className={classes.hidden}>
            {threads.timeline}
          </Title>
          <Skeleton height={20} width="45%" my={6} />
        </div>
        <Skeleton height={14} width="30%" mt={6} />
      </header>
    );
  }
  const { abilities, state, number, follows, followedBy, space, channel, imported } = thread;
  const opened =
    thread.openedBy.id === me.person.id ? threads.openedByMe : threads.openedBy(thread.openedBy.name);
  const whose = thread.assignee ? threads.assignedTo(thread.assignee.name) : opened;
  const canTurn = abilities.resolve || abilities.reopen;
  const link = `${location.origin}${paths.thread(space.company.handle, thread.id)}`;
  return (
    <header className={classes.header}>
      <div className={classes.headLine}>
        {back}
        <ThreadTitle
          model={model}
          thread={thread}
          order={order}
          editing={renaming}
          onDone={() => setRenaming(false)}
        />
        {!renaming && (
          <div className={classes.actions}>
            {canTurn && (
              <Button
                size="xs"
                variant={abilities.resolve ? 'light' : 'default'}
                leftSection={
                  abilities.resolve ? (
                    <IconCheck size={15} aria-hidden />
                  ) : (
                    <IconRotate size={15} aria-hidden />
                  )
                }
                onClick={() => void toggleResolved()}
                className={classes.turn}
              >
                {abilities.resolve ? threads.resolve : threads.reopen}
              </Button>
            )}
            <CopyButton value={link}>
              {({ copy }) => (
                <Menu position="bottom-end" withinPortal>
                  <Menu.Target>
                    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={threads.more}>
                      <IconDots size={18} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {abilities.rename && (
                      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
                        {threads.rename}
                      </Menu.Item>
                    )}
                    <Menu.Item
                      leftSection={<IconLink size={16} />}
                      onClick={() => {
                        copy();
                        notifyDone(words, threads.copied);
                      }}
                    >
                      {threads.copyLink}
                    </Menu.Item>
                    {me.abilities.answer && order === 1 && (
                      <Menu.Item
                        leftSection={<IconInbox size={16} />}
                        component={Link}
                        to={paths.inboxThread(thread.id)}
                      >
                        {threads.openInInbox}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
            </CopyButton>
          </div>
        )}
      </div>
      <div className={classes.meta}>
        <StateMark state={state} pill />
        <Text span inherit className={classes.number}>
          {threads.number(number)}
        </Text>
        {me.role ? (
          <Anchor component={Link} to={paths.space(space.company.handle)} inherit className={classes.company}>
            {space.company.name}
          </Anchor>
        ) : (
          <span>{whose}</span>
        )}
        {me.role && channel !== 'HOTLINE' && <span>{threads.channel(shell.channels[channel])}</span>}
        {imported && <span>{threads.imported}</span>}
        {follows && (
          <Anchor component={Link} to={pathOf(follows.id)} inherit title={follows.heading}>
            {threads.follows(follows.number)}
          </Anchor>
        )}
        {followedBy && (
          <Anchor component={Link} to={pathOf(followedBy.id)} inherit title={followedBy.heading}>
            {threads.followedBy(followedBy.number)}
          </Anchor>
        )}
      </div>
      {About && (
        <Suspense>
          <About threadId={thread.id} />
        </Suspense>
      )}
      {me.role && (
        <Suspense fallback={<div className={classes.toolsRoom} />}>
          <DeskTools model={model} thread={thread} assignee={assignee} keys={keys} />
        </Suspense>
      )}
    </header>
  );
}
