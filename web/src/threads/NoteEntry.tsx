// One internal note: across the whole width, yellow, with a lock and its label, so that nobody takes it for a message.
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { exact, time } from '../words/dates';
import { useLocale, useWords } from '../words/words';
import { Attachments } from './Attachments';
import { EntryEditor } from './EntryEditor';
import { EntryMenu } from './EntryMenu';
import type { NoteItem } from './threads.gql';
import { Said } from './Said';
import classes from './Timeline.module.css';

export function NoteEntry({
  note,
  first,
  refresh,
}: {
  note: NoteItem;
  first: boolean;
  refresh: () => Promise<void>;
}) {
  const { threads, shell } = useWords();
  const locale = useLocale();
  const [editing, setEditing] = useState(false);
  const { author, body, attachments, createdAt, editedAt, deletedAt, openToPlanners } = note;
  return (
    <li className={classes.note} data-first={first || undefined}>
      <div className={classes.noteHead}>
        <IconLock size={14} aria-hidden />
        <span>{threads.note}</span>
        {openToPlanners && <span className={classes.noteOpen}>{threads.noteOpen}</span>}
      </div>
      <div className={classes.noteWho}>
        <strong>{author.name}</strong>
        {!author.active && <span>{shell.left}</span>}
        <time dateTime={createdAt} title={exact(locale, createdAt)}>
          {time(locale, createdAt)}
        </time>
        {editedAt && !deletedAt && <span title={exact(locale, editedAt)}>{threads.edited}</span>}
        <EntryMenu entry={note} onEdit={() => setEditing(true)} refresh={refresh} />
      </div>
      {editing ? (
        <EntryEditor entry={note} onDone={() => setEditing(false)} refresh={refresh} />
      ) : (
        <div data-gone={deletedAt ? true : undefined}>
          {deletedAt ? threads.deletedNote : <Said text={body ?? ''} />}
        </div>
      )}
      <Attachments files={attachments} />
    </li>
  );
}
