// One line of the notification centre: who did what, where, when; it leads there.
import {
  IconAt,
  IconCircleCheck,
  IconMessage2,
  IconMessagePlus,
  IconMessages,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NotificationKind } from '../gql/words';
import { Moment } from '../kit/Moment';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import type { NotificationItem } from './notifications.gql';
import classes from './notifications.module.css';

const ICONS: Record<NotificationKind, ReactNode> = {
  ANSWERED: <IconMessage2 size={18} stroke={1.7} />,
  MENTIONED: <IconAt size={18} stroke={1.7} />,
  ASSIGNED: <IconUserCheck size={18} stroke={1.7} />,
  CLIENT_WROTE: <IconMessages size={18} stroke={1.7} />,
  COLLEAGUE_WROTE: <IconMessages size={18} stroke={1.7} />,
  RESOLVED: <IconCircleCheck size={18} stroke={1.7} />,
  QUESTION_OPENED: <IconMessagePlus size={18} stroke={1.7} />,
};

export function NotificationRow({ item, onOpen }: { item: NotificationItem; onOpen: () => void }) {
  const { notifications } = useWords();
  const me = useSignedIn();
  const { thread, kind, actor, count, at, read, excerpt } = item;
  if (!thread) return null;
  const { company } = thread.space;
  const to = me.abilities.answer ? paths.inboxThread(thread.id) : paths.thread(company.handle, thread.id);
  return (
    <li className={classes.item}>
      <Link to={to} className={classes.row} data-unread={!read || undefined} onClick={onOpen}>
        <span className={classes.icon} aria-hidden>
          {ICONS[kind]}
        </span>
        <span className={classes.text}>
          <span className={classes.told}>
            {notifications.told[kind](actor?.name ?? notifications.somebody, count)}
            {!read && <span className={classes.dot} role="img" aria-label={notifications.isUnread} />}
          </span>
          <span className={classes.heading}>{thread.heading}</span>
          {excerpt && excerpt !== thread.heading && <span className={classes.excerpt}>{excerpt}</span>}
          <span className={classes.facts}>
            {me.role && <span>{company.name}</span>}
            <Moment at={at} span inherit />
          </span>
        </span>
      </Link>
    </li>
  );
}
