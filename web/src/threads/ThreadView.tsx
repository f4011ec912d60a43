// One thread: head, what was said, writing field. The same for contacts, on a phone, and for the desk.
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconMessageOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { sayError } from '../kit/errors';
import { useOffers } from '../kit/offers';
import { Failed, Saying } from '../kit/states';
import { useSignedIn } from '../session/me';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import { Composer } from './Composer';
import composer from './Composer.module.css';
import { DropVeil } from './DropVeil';
import { useDraft } from './drafts';
import files from './Files.module.css';
import { KEYS, useKeys } from './keys';
import { type Mode, useOutbox } from './outbox';
import { ThreadHeader } from './ThreadHeader';
import classes from './ThreadView.module.css';
import { Timeline } from './Timeline';
import { useUploads } from './uploads';
import { useFileDrop, useFileTaking } from './useFileTaking';
import { usePageTitle } from './usePageTitle';
import { useThread } from './useThread';
import { usePresence } from './usePresence';
import { useResolve } from './useResolve';

type Props = {
  threadId: string;
  /** Where a thread lives on this page, for following links. */
  pathOf: (threadId: string) => string;
  back: ReactNode;
  keys?: boolean;
  /** After it was resolved here; and when that was taken back. */
  onResolved?: () => void;
  onUndone?: () => void;
  order?: 1 | 2;
};

/** Give it `key={threadId}`: another thread starts anew. */
export function ThreadView({ threadId, pathOf, back, keys = false, order = 1, ...settled }: Props) {
  const words = useWords();
  const { threads, shell } = words;
  const inbox = useInboxWords();
  const { person } = useSignedIn();
  const navigate = useNavigate();
  const model = useThread(threadId);
  const { thread } = model;
  const { items, outbox } = useOutbox(threadId, async (sent) => {
    if (sent.threadId === threadId) await model.refresh();
    else await navigate(pathOf(sent.threadId));
  });
  const [chosen, setMode] = useState<Mode>('message');
  const mode: Mode = chosen === 'note' && thread?.abilities.note === false ? 'message' : chosen;
  const message = useDraft(person.id, `${threadId}.message`);
  const note = useDraft(person.id, `${threadId}.note`);
  const messageFiles = useUploads(person.id, `${threadId}.message`);
  const noteFiles = useUploads(person.id, `${threadId}.note`);
  const chosenFiles = mode === 'note' ? noteFiles : messageFiles;
  const { take } = useFileTaking(chosenFiles, thread?.space.id ?? null);
  const { over, pane } = useFileDrop(thread?.abilities.post ? take : null);
  const field = useRef<HTMLTextAreaElement>(null);
  const assignee = useRef<HTMLInputElement>(null);
  const toggleResolved = useResolve(model, settled);
  const present = usePresence(threadId, mode, mode === 'note' ? note[0] : message[0]);
  usePageTitle(thread ? `${threads.number(thread.number)} ${thread.heading}` : null);

  // Who asks to write before the thread has come gets the field when it is there.
  const wanted = useRef(false);
  const write = (next: Mode) => {
    setMode(next);
    wanted.current = !field.current;
    field.current?.focus();
  };
  const ready = Boolean(thread);
  useEffect(() => {
    if (ready && wanted.current) field.current?.focus();
    wanted.current = false;
  }, [ready]);
  useKeys(
    {
      reply: () => write('message'),
      note: () => thread?.abilities.note !== false && write('note'),
      assign: () => {
        assignee.current?.focus();
        assignee.current?.click();
      },
      resolve: () => void toggleResolved(),
    },
    keys,
  );
  const { abilities } = thread ?? {};
  useOffers([
    ...(abilities?.post
      ? [{ id: 'reply', label: inbox.keys.reply, keys: KEYS.reply.shown, run: () => write('message') }]
      : []),
    ...(abilities?.note
      ? [{ id: 'note', label: inbox.keys.note, keys: KEYS.note.shown, run: () => write('note') }]
      : []),
    ...(abilities?.resolve || abilities?.reopen
      ? [
          {
            id: 'resolve',
            label: abilities.resolve ? threads.resolve : threads.reopen,
            keys: KEYS.resolve.shown,
            run: toggleResolved,
          },
        ]
      : []),
  ]);

  if (model.missing) {
    return (
      <Saying order={order} icon={<IconMessageOff size={28} />} title={threads.noThreadTitle} action={back}>
        {threads.noThread}
      </Saying>
    );
  }
  if (model.error && !thread) {
    const retry = { retry: shell.retry, onRetry: () => void model.refresh() };
    return (
      <Failed
        icon={<IconAlertTriangle size={28} />}
        title={shell.failedTitle}
        text={sayError(words, model.error) ?? shell.failed}
        {...retry}
      />
    );
  }
  const [text, setText] = mode === 'note' ? note : message;
  return (
    <article className={`${classes.view} ${files.pane}`} aria-busy={model.loading} {...pane}>
      <ThreadHeader
        model={model}
        back={back}
        pathOf={pathOf}
        assignee={assignee}
        keys={keys}
        order={order}
        toggleResolved={toggleResolved}
      />
      <Timeline
        model={model}
        pending={items}
        onRetry={(id) => outbox.retry(id)}
        onDrop={(item, rewrite) => {
          outbox.drop(item.id);
          if (!rewrite) return;
          const [before, setBefore] = item.mode === 'note' ? note : message;
          setBefore([item.body, before].filter(Boolean).join('\n\n'));
          (item.mode === 'note' ? noteFiles : messageFiles).list.putBack(item.files);
          write(item.mode);
        }}
      />
      {thread?.abilities.post ? (
        <Composer
          thread={thread}
          mode={mode}
          setMode={setMode}
          text={text}
          setText={setText}
          files={chosenFiles}
          field={field}
          onSend={(outgoing) => outbox.send(outgoing)}
          present={present}
        />
      ) : (
        <div className={composer.composer}>
          {thread ? (
            <Text size="sm" c="dimmed" ta="center">
              {threads.readOnly}
            </Text>
          ) : (
            <div className={classes.composerRoom} />
          )}
        </div>
      )}
      {over && <DropVeil note={mode === 'note'} />}
    </article>
  );
}
