// One thread in the inbox: who, about what, how it stands, how long somebody waits.
import { Checkbox } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { Moment } from '../kit/Moment';
import { PersonMark } from '../kit/PersonMark';
import { useWords } from '../words/words';
import { headingOf } from './heading';
import classes from './Inbox.module.css';
import { PriorityMark } from './PriorityMark';
import { StateMark } from './StateMark';
import type { ThreadInInbox } from './threads.gql';
import { UnreadCount } from './UnreadCount';
import { LONG_MS, waitingSince } from './waiting';

type Props = {
  thread: ThreadInInbox;
  to: string;
  here: boolean;
  /** Pixels from the top of the list; rows out of sight are not drawn. */
  top: number;
  /** Its number in the list, from 1, and of how many; −1: nobody knows yet. */
  position: number;
  count: number;
  /** The one row of the list that Tab reaches. */
  reached: boolean;
  onStand: (id: string) => void;
  marked: boolean;
  /** `through`: with Shift, everything since the last mark. */
  onMark: (id: string, through: boolean) => void;
};

export const InboxRow = memo(function InboxRow(props: Props) {
  const { thread, to, here, top, position, count, reached, onStand, marked, onMark } = props;
  const words = useWords();
  const { threads } = words;
  const { assignee, unansweredSince } = thread;
  const long = unansweredSince !== null && Date.now() - new Date(unansweredSince).getTime() > LONG_MS;
  return (
    <li
      className={classes.item}
      style={{ transform: `translateY(${top}px)` }}
      aria-setsize={count}
      aria-posinset={position}
      data-marked={marked || undefined}
    >
      <Checkbox
        size="24px"
        className={classes.mark}
        aria-label={threads.bulk.mark(headingOf(thread.heading, threads.untitled))}
        checked={marked}
        tabIndex={reached ? 0 : -1}
        onChange={() => {}}
        onClick={(event) => onMark(thread.id, event.shiftKey)}
      />
      <Link
        to={to}
        className={classes.row}
        data-thread-row={thread.id}
        tabIndex={reached ? 0 : -1}
        onFocus={() => onStand(thread.id)}
        data-unread={thread.unread > 0 || undefined}
        aria-current={here || undefined}
      >
        <span className={classes.top}>
          <span className={classes.rowCompany}>{thread.space.company.name}</span>
          <Moment at={thread.lastMessageAt} className={classes.when ?? ''} />
        </span>
        <span className={classes.middle}>
          <PriorityMark priority={thread.priority} />
          <span className={classes.heading}>{headingOf(thread.heading, threads.untitled)}</span>
          <UnreadCount count={thread.unread} />
        </span>
        <span className={classes.bottom}>
          <StateMark state={thread.state} />
          {unansweredSince && (
            <span className={classes.waits} data-long={long || undefined}>
              {long && <IconClockExclamation size={13} aria-hidden />}
              {threads.waitingFor(waitingSince(words, unansweredSince))}
            </span>
          )}
          <span className={classes.number}>{threads.number(thread.number)}</span>
          {assignee && (
            <span className={classes.face}>
              <PersonMark name={assignee.name} color={assignee.avatarColor} size={24} />
              <span className={classes.hidden}>{threads.assignedTo(assignee.name)}</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
});
