// Where one writes: a message to everyone or, clearly apart, a note to the team. Drafts are kept per thread and kind.
import { Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock, IconMessage } from '@tabler/icons-react';
import { lazy, type RefObject, Suspense, useId, useState } from 'react';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { AnsweringLine } from './AnsweringLine';
import { AttachButton } from './AttachButton';
import classes from './Composer.module.css';
import { ComposerHint, type Reopens } from './ComposerHint';
import { FileChips } from './FileChips';
import { useEnterSends } from './keys';
import type { Afterwards, Mode, NewOutgoing } from './outbox';
import { SendButtons } from './SendButtons';
import { SendSettings } from './SendSettings';
import type { ThreadHead } from './threads.gql';
import { useMentions } from './useMentions';
import type { Present } from './usePresence';
import type { FileList } from './uploads';
import { useFileTaking } from './useFileTaking';
import { MOD, MOST_CHARACTERS, NEARLY_FULL, sends } from './typing';
import { WhoIsHere } from './WhoIsHere';

const MentionList = lazy(() => import('./MentionList'));
const ReplyPicker = lazy(() => import('./ReplyPicker').then((file) => ({ default: file.ReplyPicker })));

type Props = {
  thread: ThreadHead;
  mode: Mode;
  setMode: (mode: Mode) => void;
  /** The texts live above, so that a refused message can come back for rewriting. */
  text: string;
  setText: (text: string) => void;
  /** Files of the chosen mode; they live above for the same reason. */
  files: FileList;
  field: RefObject<HTMLTextAreaElement | null>;
  onSend: (message: NewOutgoing) => void;
  /** Others who are at this thread now. */
  present: readonly Present[];
};

export function Composer({ thread, mode, setMode, text, setText, files, field, onSend, present }: Props) {
  const { threads } = useWords();
  const me = useSignedIn();
  const staff = me.role !== null;
  const [enterSends] = useEnterSends();
  const [reopens, setReopens] = useState<Reopens>('AUTO');
  const [openToPlanners, setOpen] = useState(false);
  // A zoomed page or a phone on its side has no rows to spare.
  const low = useMediaQuery('(max-height: 640px)', false, {
    getInitialValueInEffect: false,
  });
  const note = mode === 'note';
  const listId = useId();
  const mentions = useMentions({
    place: `hotline.mentions.${me.person.id}.${thread.id}.${mode}`,
    text,
    setText,
    field,
  });
  const over = text.length > MOST_CHARACTERS;
  const { take, paste } = useFileTaking(files, thread.space.id);
  const says = text.trim() !== '' || files.items.length > 0;
  const sendable = says && !over && !files.busy && !files.failed;

  const send = (afterwards: Afterwards | null) => {
    if (!sendable) return;
    const choice =
      staff || note || thread.state !== 'RESOLVED' || reopens === 'AUTO' ? null : reopens === 'YES';
    onSend({
      mode,
      body: text.trim() === '' ? '' : text,
      files: files.list.take(),
      afterwards: note ? null : afterwards,
      reopens: choice,
      openToPlanners: note && openToPlanners,
      mentionIds: mentions.take(),
    });
    setText('');
    setReopens('AUTO');
    setOpen(false);
    field.current?.focus();
  };
  // A word after the resolution leaves it resolved; the server decides what plain sending does.
  const plainly = () => send(null);

  return (
    <div className={classes.composer} data-note={note || undefined}>
      <WhoIsHere people={present} />
      {thread.abilities.note && thread.abilities.post && (
        <SegmentedControl
          size="xs"
          className={classes.modes}
          aria-label={threads.modes}
          value={mode}
          onChange={(value) => {
            setMode(value);
            field.current?.focus();
          }}
          data={[
            {
              value: 'message',
              label: <Labelled icon={<IconMessage size={14} aria-hidden />} text={threads.message} />,
            },
            {
              value: 'note',
              label: <Labelled icon={<IconLock size={14} aria-hidden />} text={threads.noteMode} />,
            },
          ]}
        />
      )}
      {!staff && (
        <div className={classes.answering}>
          <AnsweringLine spaceId={thread.space.id} />
        </div>
      )}
      <ComposerHint thread={thread} note={note} staff={staff} reopens={reopens} setReopens={setReopens} />
      {mentions.asked !== null && (
        <Suspense>
          <MentionList id={listId} handle={thread.space.company.handle} note={note} model={mentions} />
        </Suspense>
      )}
      <div className={classes.box}>
        <FileChips files={files} />
        <Textarea
          ref={field}
          variant="unstyled"
          aria-label={note ? threads.note : threads.messageLabel}
          placeholder={note ? threads.noteHint : staff ? threads.replyHint : threads.messageHint}
          value={text}
          aria-autocomplete="list"
          aria-controls={mentions.open ? listId : undefined}
          aria-activedescendant={mentions.open ? `${listId}-${mentions.at}` : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            mentions.look();
          }}
          onSelect={mentions.look}
          onBlur={mentions.close}
          onPaste={paste}
          onKeyDown={(event) => {
            if (mentions.key(event)) return;
            if (!sends(event, enterSends)) return;
            event.preventDefault();
            plainly();
          }}
          autosize
          minRows={staff && !low ? 3 : 1}
          maxRows={12}
          aria-invalid={over || undefined}
          classNames={{ input: classes.input ?? '' }}
        />
        <div className={classes.bar}>
          <AttachButton onFiles={take} />
          <SendSettings />
          {thread.abilities.note && (
            <Suspense>
              <ReplyPicker
                thread={thread}
                onChoose={(reply) => {
                  setText(text.trim() === '' ? reply : `${text.trimEnd()}\n\n${reply}`);
                  field.current?.focus();
                }}
              />
            </Suspense>
          )}
          {note && (
            <Checkbox
              size="xs"
              label={threads.openToPlanners}
              checked={openToPlanners}
              onChange={(event) => setOpen(event.currentTarget.checked)}
              classNames={{ label: classes.planners ?? '', input: classes.planBox ?? '' }}
            />
          )}
          <span className={classes.keyHint}>{threads.keyHint(MOD, enterSends)}</span>
          {text.length > NEARLY_FULL && (
            <span className={classes.counter} data-over={over || undefined} role="status">
              {threads.left(MOST_CHARACTERS - text.length)}
            </span>
          )}
          <SendButtons note={note} staff={staff} state={thread.state} disabled={!sendable} onSend={send} />
        </div>
      </div>
    </div>
  );
}

function Labelled({ icon, text }: { icon: React.ReactNode; text: string }) {
  return (
    <span className={classes.labelled}>
      {icon}
      {text}
    </span>
  );
}
