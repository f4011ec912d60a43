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
import { waitingSince } from './waiting';

/** After so long, waiting is marked. */
const LONG_MS = 4 * 3_600_000;

type Props = {
  thread: ThreadInInbox;
  to: string;
  here: boolean;
  marked: boolean;
  /** `through`: with Shift, everything since the last mark. */
  onMark: (id: string, through: boolean) => void;
};

export const InboxRow = memo(function InboxRow({ thread, to, here, marked, onMark }: Props) {
  const words = useWords();
  const { threads } = words;
  const { assignee, unansweredSince } = thread;
  const long = unansweredSince !== null && Date.now() - new Date(unansweredSince).getTime() > LONG_MS;
  return (
    <li className={classes.item} data-marked={marked || undefined}>
      <Checkbox
        size="24px"
        className={classes.mark}
        aria-label={threads.bulk.mark(headingOf(thread.heading, threads.untitled))}
        checked={marked}
        onChange={() => {}}
        onClick={(event) => onMark(thread.id, event.shiftKey)}
      />
      <Link
        to={to}
        className={classes.row}
        data-thread-row={thread.id}
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
              <PersonMark name={assignee.name} size={24} />
              <span className={classes.hidden}>{threads.assignedTo(assignee.name)}</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
});
