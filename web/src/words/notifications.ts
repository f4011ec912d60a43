// Words of notifications: what one is told, by which roads, and how to end it.
import type { NotificationKind } from '../gql/words';

type Told = (actor: string, count: number) => string;

const times = (sentence: string, count: number): string => (count > 1 ? `${sentence} (${count})` : sentence);

const toldKo: Record<NotificationKind, Told> = {
  ANSWERED: (who, n) => times(`${who} 님이 답변했어요`, n),
  MENTIONED: (who, n) => times(`${who} 님이 나를 언급했어요`, n),
  ASSIGNED: (who) => `${who} 님이 나를 담당자로 지정했어요`,
  CLIENT_WROTE: (who, n) => times(`${who} 님이 다시 썼어요`, n),
  COLLEAGUE_WROTE: (who, n) => times(`${who} 님이 글을 남겼어요`, n),
  RESOLVED: (who) => `${who} 님이 해결됨으로 바꿨어요`,
  QUESTION_OPENED: (who) => `${who} 님이 새로 문의했어요`,
  REPORT_WAITS: () => '주간 보고서가 발행을 기다려요',
  REPORT_PUBLISHED: (who) => `${who} 님이 주간 보고서를 발행했어요`,
};
const toldEn: Record<NotificationKind, Told> = {
  ANSWERED: (who, n) => times(`${who} answered`, n),
  MENTIONED: (who, n) => times(`${who} mentioned you`, n),
  ASSIGNED: (who) => `${who} assigned this to you`,
  CLIENT_WROTE: (who, n) => times(`${who} wrote again`, n),
  COLLEAGUE_WROTE: (who, n) => times(`${who} wrote`, n),
  RESOLVED: (who) => `${who} resolved this`,
  QUESTION_OPENED: (who) => `${who} asked something new`,
  REPORT_WAITS: () => 'The weekly report waits to be published',
  REPORT_PUBLISHED: (who) => `${who} published the weekly report`,
};

const kindsKo: Record<NotificationKind, string> = {
  ANSWERED: '내가 참여한 대화에 답변이 왔을 때',
  MENTIONED: '누군가 나를 @로 언급했을 때',
  ASSIGNED: '동료가 나를 담당자로 지정했을 때',
  CLIENT_WROTE: '내 담당 대화에 고객이 다시 썼을 때',
  COLLEAGUE_WROTE: '내가 참여한 대화에 동료가 썼을 때',
  RESOLVED: '내 대화가 해결됨으로 바뀌었을 때',
  QUESTION_OPENED: '고객이 새 문의를 열었을 때',
  REPORT_WAITS: '월요일 10시까지 주간 보고서가 발행되지 않았을 때',
  REPORT_PUBLISHED: '주간 보고서가 나왔을 때',
};
const kindsEn: Record<NotificationKind, string> = {
  ANSWERED: 'An answer in a thread I take part in',
  MENTIONED: 'Somebody mentions me with @',
  ASSIGNED: 'A colleague assigns a thread to me',
  CLIENT_WROTE: 'A client writes again in a thread of mine',
  COLLEAGUE_WROTE: 'A colleague writes in a thread I take part in',
  RESOLVED: 'A thread of mine is resolved',
  QUESTION_OPENED: 'A client asks something new',
  REPORT_WAITS: 'The weekly report is still a draft on Monday at ten',
  REPORT_PUBLISHED: 'The weekly report is published',
};

export const notificationsKo = {
  told: toldKo,
  kinds: kindsKo,
  somebody: '누군가',
  title: '알림',
  bell: (count: number) => (count > 0 ? `알림 ${count}개` : '알림'),
  readAll: '모두 읽음',
  settings: '알림 설정',
  showAll: '전체 보기',
  more: '더 보기',
  isUnread: '안 읽음',
  empty: '새 알림이 없어요',
  emptyText: '답변이 오거나 누군가 나를 언급하면 여기에서 알려 드려요.',
  emptyTextStaff: '담당이 되거나, 언급되거나, 고객이 다시 쓰면 여기에서 알려 드려요.',
  settingsHint: '메일은 2분이 지나도 읽지 않은 소식만 한데 모아 보내요.',
  inApp: '앱 안에서',
  byMail: '메일로',
  road: (kind: string, road: string) => `${kind}: ${road}`,
  saved: '알림 설정을 바꿨어요',
  offTitle: '알림 메일을 그만 받을까요?',
  offText: '로그인 링크나 초대처럼 꼭 필요한 메일은 계속 보내 드려요. 앱 안의 알림은 그대로예요.',
  offButton: '알림 메일 끄기',
  offDone: '알림 메일을 껐어요',
  offDoneText: '언제든 프로필의 알림 설정에서 다시 켤 수 있어요.',
  offUndo: '다시 받기',
  onDone: '알림 메일을 다시 보내 드려요',
  toApp: '앱으로 가기',
};

export const notificationsEn: typeof notificationsKo = {
  told: toldEn,
  kinds: kindsEn,
  somebody: 'Somebody',
  title: 'Notifications',
  bell: (count: number) => (count > 0 ? `Notifications: ${count} unread` : 'Notifications'),
  readAll: 'Mark all as read',
  settings: 'Notification settings',
  showAll: 'Show all',
  more: 'Show more',
  isUnread: 'unread',
  empty: 'Nothing new',
  emptyText: 'Answers and mentions will show up here.',
  emptyTextStaff: 'Assignments, mentions and clients who write again will show up here.',
  settingsHint: 'Mails gather what is still unread after two minutes.',
  inApp: 'In the app',
  byMail: 'By mail',
  road: (kind: string, road: string) => `${kind}: ${road}`,
  saved: 'Notification settings changed',
  offTitle: 'Stop mails about news?',
  offText:
    'Mails you need, such as sign-in links and invitations, still come. Notifications in the app stay as they are.',
  offButton: 'Stop these mails',
  offDone: 'Mails about news are off',
  offDoneText: 'You can turn them on again in your profile at any time.',
  offUndo: 'Turn them on again',
  onDone: 'Mails about news are on again',
  toApp: 'Go to the app',
};
