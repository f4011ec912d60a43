// What one sees while files hang over a place that takes them.
import { IconLock, IconPaperclip } from '@tabler/icons-react';
import { useWords } from '../words/words';
import classes from './Files.module.css';
import { useFileLimit } from './useFileTaking';

export function DropVeil({ note = false }: { note?: boolean }) {
  const { files: words } = useWords();
  const limit = useFileLimit();
  return (
    <div className={classes.veil} data-note={note || undefined} aria-hidden>
      <div className={classes.veilText}>
        {note ? <IconLock size={30} stroke={1.6} /> : <IconPaperclip size={30} stroke={1.6} />}
        <strong>{note ? words.dropNoteTitle : words.dropTitle}</strong>
        <span>{note ? words.dropNoteHint : words.dropHint(limit)}</span>
      </div>
    </div>
  );
}
