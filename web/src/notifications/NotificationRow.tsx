// One line of the notification centre: who did what, where, when; it leads there.
import {
  IconAt,
  IconCircleCheck,
  IconMessage2,
  IconMessagePlus,
  IconMessages,
  IconReportAnalytics,
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
  REPORT_WAITS: <IconReportAnalytics size={18} stroke={1.7} />,
  REPORT_PUBLISHED: <IconReportAnalytics size={18} stroke={1.7} />,
};

export function NotificationRow({ item, onOpen }: { item: NotificationItem; onOpen: () => void }) {
  const { notifications } = useWords();
  const me = useSignedIn();
  const { thread, report, kind, actor, count, at, read, excerpt } = item;
  if (!thread && !report) return null;
  const company = thread?.space.company.name;
  const heading = thread ? thread.heading : report?.headline || report?.week;
  const to = report ? paths.week(report.week) : thread ? placeOf(thread, me.abilities.answer) : '';
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
          <span className={classes.heading}>{heading}</span>
          {excerpt && excerpt !== heading && <span className={classes.excerpt}>{excerpt}</span>}
          <span className={classes.facts}>
            {me.role && company && <span>{company}</span>}
            <Moment at={at} span inherit />
          </span>
        </span>
      </Link>
    </li>
  );
}

const placeOf = (thread: NonNullable<NotificationItem['thread']>, answers: boolean): string =>
  answers ? paths.inboxThread(thread.id) : paths.thread(thread.space.company.handle, thread.id);
