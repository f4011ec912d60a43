// What the writer should know before writing: who will not see it, and what a message does after the resolution.
import { SegmentedControl } from '@mantine/core';
import { IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useWords } from '../words/words';
import classes from './Composer.module.css';
import type { ThreadHead } from './threads.gql';

/** AUTO leaves it to the server: a mere thank-you does not reopen. */
export type Reopens = 'AUTO' | 'YES' | 'NO';

type Props = {
  thread: ThreadHead;
  note: boolean;
  staff: boolean;
  reopens: Reopens;
  setReopens: (reopens: Reopens) => void;
};

export function ComposerHint({ thread, note, staff, reopens, setReopens }: Props) {
  const { threads } = useWords();
  if (note) {
    return (
      <p className={classes.hint} data-note>
        <IconLock size={14} aria-hidden /> {threads.note}
      </p>
    );
  }
  if (thread.state === 'CLOSED') return <Hint text={threads.closedHint} />;
  if (thread.state !== 'RESOLVED') return null;
  if (staff) return <Hint text={threads.resolvedStaff} />;
  return (
    <div className={classes.reopens}>
      <span>{threads.resolvedAsk}</span>
      <SegmentedControl
        size="xs"
        aria-label={threads.resolvedAsk}
        value={reopens}
        onChange={(value) => setReopens(value)}
        data={[
          { value: 'AUTO', label: threads.reopensAuto },
          { value: 'YES', label: threads.reopensYes },
          { value: 'NO', label: threads.reopensNo },
        ]}
      />
      {reopens === 'AUTO' && <small>{threads.reopensAutoHint}</small>}
    </div>
  );
}

function Hint({ text }: { text: string }) {
  return (
    <p className={classes.hint}>
      <IconInfoCircle size={14} aria-hidden /> {text}
    </p>
  );
}
