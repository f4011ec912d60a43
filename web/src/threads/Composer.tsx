// Where one writes: a message to everyone or, clearly apart, a note to the team. Drafts are kept per thread and kind.
import { Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock, IconMessage } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import classes from './Composer.module.css';
import { ComposerHint, type Reopens } from './ComposerHint';
import { useEnterSends } from './keys';
import type { Afterwards, Mode, NewOutgoing } from './outbox';
import { SendButtons } from './SendButtons';
import { SendSettings } from './SendSettings';
import type { ThreadHead } from './threads.gql';
import { MOD, MOST_CHARACTERS, NEARLY_FULL, sends } from './typing';

type Props = {
  thread: ThreadHead;
  mode: Mode;
  setMode: (mode: Mode) => void;
  /** The texts live above, so that a refused message can come back for rewriting. */
  text: string;
  setText: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  onSend: (message: NewOutgoing) => void;
};

export function Composer({ thread, mode, setMode, text, setText, field, onSend }: Props) {
  const { threads } = useWords();
  const staff = useSignedIn().role !== null;
  const [enterSends] = useEnterSends();
  const [reopens, setReopens] = useState<Reopens>('AUTO');
  const [openToPlanners, setOpen] = useState(false);
  // A zoomed page or a phone on its side has no rows to spare.
  const low = useMediaQuery('(max-height: 640px)', false, {
    getInitialValueInEffect: false,
  });
  const note = mode === 'note';
  const over = text.length > MOST_CHARACTERS;
  const sendable = text.trim() !== '' && !over;

  const send = (afterwards: Afterwards | null) => {
    if (!sendable) return;
    const choice =
      staff || note || thread.state !== 'RESOLVED' || reopens === 'AUTO' ? null : reopens === 'YES';
    onSend({
      mode,
      body: text,
      afterwards: note ? null : afterwards,
      reopens: choice,
      openToPlanners: note && openToPlanners,
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
      <ComposerHint thread={thread} note={note} staff={staff} reopens={reopens} setReopens={setReopens} />
      <div className={classes.box}>
        <Textarea
          ref={field}
          variant="unstyled"
          aria-label={note ? threads.note : threads.messageLabel}
          placeholder={note ? threads.noteHint : staff ? threads.replyHint : threads.messageHint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
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
          <SendSettings />
          {note && (
            <Checkbox
              size="xs"
              label={threads.openToPlanners}
              checked={openToPlanners}
              onChange={(event) => setOpen(event.currentTarget.checked)}
              classNames={{ label: classes.planners ?? '' }}
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
