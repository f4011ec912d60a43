// One line of the notification centre: who did what, where, when; it leads there.
import {
  IconAt,
  IconBook2,
  IconCalendarEvent,
  IconCalendarOff,
  IconCertificate,
  IconCircleCheck,
  IconFlag,
  IconMessage2,
  IconMessagePlus,
  IconMessages,
  IconReportAnalytics,
  IconSpeakerphone,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { NotificationKind } from '../gql/words';
import { Moment } from '../kit/Moment';
import { companyInPath, paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useLocale, useWords } from '../words/words';
import type { NotificationItem } from './notifications.gql';
import classes from './notifications.module.css';

const ICONS: Record<NotificationKind, ReactNode> = {
  ANSWERED: <IconMessage2 size={18} stroke={1.7} />,
  MENTIONED: <IconAt size={18} stroke={1.7} />,
  ASSIGNED: <IconUserCheck size={18} stroke={1.7} />,
  CLIENT_WROTE: <IconMessages size={18} stroke={1.7} />,
  COLLEAGUE_WROTE: <IconMessages size={18} stroke={1.7} />,
  RESOLVED: <IconCircleCheck size={18} stroke={1.7} />,
  NEWS: <IconSpeakerphone size={18} stroke={1.7} />,
  QUESTION_OPENED: <IconMessagePlus size={18} stroke={1.7} />,
  REPORT_WAITS: <IconReportAnalytics size={18} stroke={1.7} />,
  REPORT_PUBLISHED: <IconReportAnalytics size={18} stroke={1.7} />,
  TRAINING_INVITED: <IconCalendarEvent size={18} stroke={1.7} />,
  TRAINING_CHANGED: <IconCalendarEvent size={18} stroke={1.7} />,
  TRAINING_CANCELLED: <IconCalendarOff size={18} stroke={1.7} />,
  TRAINING_SOON: <IconCalendarEvent size={18} stroke={1.7} />,
  TRAINING_CONTENT: <IconBook2 size={18} stroke={1.7} />,
  MISSION_SOON: <IconFlag size={18} stroke={1.7} />,
  MISSION_LATE: <IconFlag size={18} stroke={1.7} />,
  MISSION_REVIEWED: <IconFlag size={18} stroke={1.7} />,
  CERTIFICATE_GIVEN: <IconCertificate size={18} stroke={1.7} />,
  BOARD_ANSWERED: <IconMessages size={18} stroke={1.7} />,
};

export function NotificationRow({ item, onOpen }: { item: NotificationItem; onOpen: () => void }) {
  const { notifications } = useWords();
  const me = useSignedIn();
  const locale = useLocale();
  const handle = companyInPath(useLocation().pathname) ?? me.company?.handle ?? '';
  const { thread, report, trainingSession, missionStep, newContent, certificate, boardThread } = item;
  const { kind, actor, count, at, read, excerpt } = item;
  const company = thread?.space.company.name;
  const course =
    certificate?.titles ?? missionStep?.texts ?? newContent?.texts ?? trainingSession?.courseVersion.texts;
  const taught = course?.find((text) => text.locale === locale) ?? course?.[0];
  const heading = thread
    ? thread.heading
    : (boardThread?.title ?? boardThread?.boardName ?? taught?.title ?? (report?.headline || report?.week));
  let to = '';
  if (report) to = paths.week(report.week);
  else if (boardThread)
    to = `${paths.boards(me.role ? undefined : handle)}/${boardThread.boardId}/${boardThread.id}`;
  else if (certificate) to = paths.certificate(handle, certificate.id);
  else if (missionStep) to = paths.mission(handle, missionStep.id);
  else if (newContent) to = paths.newContent(handle, newContent.id);
  else if (thread) to = placeOf(thread, me.abilities.answer);
  else to = trainingSession ? paths.trainingSessionOf(handle, trainingSession.id) : paths.trainingOf(handle);
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
