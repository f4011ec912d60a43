// The pages that somebody may open: the navigation, the palette and the keys after g read the same list.
import {
  type Icon,
  IconArrowMerge,
  IconBuildingCommunity,
  IconBulb,
  IconCalendarTime,
  IconChartBar,
  IconFileImport,
  IconHistory,
  IconInbox,
  IconListCheck,
  IconMail,
  IconMessage2Question,
  IconMessages,
  IconMap,
  IconMessageCheck,
  IconRoute,
  IconSchool,
  IconScale,
  IconUsers,
} from '@tabler/icons-react';
import { useLocation } from 'react-router';
import { companyInPath, paths } from '../paths';
import { useSignedIn } from '../session/me';
import type { KeyName } from '../threads/keys';
import { useWords } from '../words/words';

export type PageLink = { to: string; label: string; Icon: Icon; key?: KeyName };

export function useLinks(): { links: PageLink[]; handle: string | undefined } {
  const me = useSignedIn();
  const { shell } = useWords();
  const { pathname } = useLocation();
  const handle = companyInPath(pathname) ?? me.company?.handle ?? me.companies[0]?.handle;
  const { answer, import: mayImport, manageCompanies, merge, readAudit, readOutbox } = me.abilities;
  if (me.role) {
    const links: (PageLink | false)[] = [
      answer && { to: paths.inbox, label: shell.inbox, Icon: IconInbox, key: 'goInbox' },
      { to: paths.weekly, label: shell.weekly, Icon: IconChartBar, key: 'goWeekly' },
      { to: paths.review, label: shell.review, Icon: IconListCheck, key: 'goReview' },
      { to: paths.needs, label: shell.needs, Icon: IconBulb },
      { to: paths.planning, label: shell.planning, Icon: IconRoute },
      { to: paths.training, label: shell.training, Icon: IconSchool },
      { to: paths.boards(undefined), label: shell.boards, Icon: IconMessage2Question },
      { to: paths.quality, label: shell.quality, Icon: IconScale },
      { to: paths.companies, label: shell.companies, Icon: IconBuildingCommunity, key: 'goCompanies' },
      { to: paths.people, label: shell.people, Icon: IconUsers, key: 'goPeople' },
      manageCompanies && { to: paths.calendars, label: shell.calendars, Icon: IconCalendarTime },
      mayImport && { to: paths.imports, label: shell.imports, Icon: IconFileImport },
      readOutbox && { to: paths.outbox, label: shell.outbox, Icon: IconMail },
      merge && { to: paths.duplicates, label: shell.duplicates, Icon: IconArrowMerge },
      readAudit && { to: paths.audit, label: shell.audit, Icon: IconHistory },
    ];
    return { links: links.filter((each) => each !== false), handle };
  }
  const links = handle
    ? [
        { to: paths.space(handle), label: shell.ourSpace, Icon: IconMessages },
        { to: paths.trainingOf(handle), label: shell.training, Icon: IconSchool },
        { to: paths.boards(handle), label: shell.boards, Icon: IconMessage2Question },
        { to: paths.youSaid(handle), label: shell.youSaid, Icon: IconMessageCheck },
        { to: paths.roadmapOf(handle), label: shell.roadmap, Icon: IconMap },
        { to: paths.members(handle), label: shell.members, Icon: IconUsers },
      ]
    : [];
  return { links, handle };
}
