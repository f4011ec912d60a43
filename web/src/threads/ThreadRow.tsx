// One thread in the list of a space: what it is about and how it stands, at a glance.
import { Link } from 'react-router';
import { Moment } from '../kit/Moment';
import { PersonMark } from '../kit/PersonMark';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { headingOf } from './heading';
import { StateMark } from './StateMark';
import classes from './SpacePage.module.css';
import type { ThreadInList } from './threads.gql';
import { UnreadCount } from './UnreadCount';

export function ThreadRow({ thread, to }: { thread: ThreadInList; to: string }) {
  const { threads, shell } = useWords();
  const me = useSignedIn().person.id;
  const { assignee, openedBy } = thread;
  return (
    <li className={classes.item}>
      <Link to={to} className={classes.row} data-unread={thread.unread > 0 || undefined}>
        <span className={classes.heading}>{headingOf(thread.heading, threads.untitled)}</span>
        <UnreadCount count={thread.unread} />
        <span className={classes.facts}>
          <StateMark state={thread.state} pill />
          <span className={classes.number}>{threads.number(thread.number)}</span>
          <span className={classes.person}>{openedBy.id === me ? shell.you : openedBy.name}</span>
          <Moment at={thread.lastMessageAt} />
        </span>
        {assignee ? (
          <span className={classes.assignee}>
            <PersonMark name={assignee.name} color={assignee.avatarColor} size={24} />
            <span className={classes.assigneeName}>{threads.assignedTo(assignee.name)}</span>
          </span>
        ) : (
          <span />
        )}
      </Link>
    </li>
  );
}
