// One public message: our side on the right in a tinted bubble, the other side on the left.
import { IconMessageCheck } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { exact, time } from '../words/dates';
import { useLocale, useWords } from '../words/words';
import { Attachments } from './Attachments';
import { EntryEditor } from './EntryEditor';
import { EntryMenu } from './EntryMenu';
import type { MessageItem } from './threads.gql';
import { Said } from './Said';
import { useThreadSlots } from './slots';
import classes from './Timeline.module.css';

export function MessageEntry({
  threadId,
  message,
  first,
  seen,
  refresh,
}: {
  threadId: string;
  message: MessageItem;
  first: boolean;
  /** The other side has read this, and nothing of ours that is newer. */
  seen: boolean;
  refresh: () => Promise<void>;
}) {
  const { threads, shell } = useWords();
  const locale = useLocale();
  const me = useSignedIn();
  const { message: MessagePart } = useThreadSlots();
  const [editing, setEditing] = useState(false);
  const { author, side, seq, body, attachments, createdAt, editedAt, deletedAt } = message;
  const wordless = !deletedAt && body === '' && attachments.length > 0;
  const own = author.id === me.person.id;
  // Staff see their whole side on the right; a contact's colleagues stay on the left, as in any messenger.
  const right = own || (me.role !== null && side === 'STAFF');
  return (
    <li className={classes.entry} data-right={right || undefined} data-first={first || undefined}>
      {!right && (
        <div className={classes.face}>
          {first && <PersonMark name={author.name} color={author.avatarColor} size={32} />}
        </div>
      )}
      <div className={classes.said}>
        <div className={first ? classes.who : classes.whoHidden}>
          <strong>{own ? shell.you : author.name}</strong>
          {!author.active && <span>{shell.left}</span>}
          {!me.role && side === 'STAFF' && <span className={classes.team}>{threads.cx}</span>}
          <time dateTime={createdAt} title={exact(locale, createdAt)}>
            {time(locale, createdAt)}
          </time>
        </div>
        {editing ? (
          <EntryEditor entry={message} onDone={() => setEditing(false)} refresh={refresh} />
        ) : (
          <div className={classes.row}>
            <div className={classes.content}>
              {!wordless && (
                <div
                  className={classes.bubble}
                  data-gone={deletedAt ? true : undefined}
                  title={exact(locale, createdAt)}
                >
                  {message.planning && !deletedAt && (
                    <span className={classes.news}>
                      <IconMessageCheck size={14} aria-hidden />
                      {threads.planning[message.planning.decision]}
                    </span>
                  )}
                  {deletedAt ? threads.deletedMessage : <Said text={body ?? ''} />}
                  {editedAt && !deletedAt && (
                    <span className={classes.edited} title={exact(locale, editedAt)}>
                      {threads.edited}
                    </span>
                  )}
                </div>
              )}
              <Attachments files={attachments} />
            </div>
            <EntryMenu entry={message} onEdit={() => setEditing(true)} refresh={refresh} />
          </div>
        )}
        {MessagePart && me.role && side === 'CONTACT' && !deletedAt && body && seq > 1 && (
          <Suspense>
            <MessagePart threadId={threadId} messageId={message.id} />
          </Suspense>
        )}
        {seen && !editing && (
          <span className={classes.seen}>{me.role ? threads.seenByClient : threads.seenByUs}</span>
        )}
      </div>
    </li>
  );
}
