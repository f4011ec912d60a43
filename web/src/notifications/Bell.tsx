// The bell in the head of every page: how many are unread; the list in a popover at a desk, a page of its own on a phone.
import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { Loading } from '../kit/states';
import { companyInPath, paths } from '../paths';
import { useHints } from '../session/live';
import { useWords } from '../words/words';
import classes from './notifications.module.css';
import { UnreadQuery } from './notifications.gql';

const BellList = lazy(() => import('./BellList').then((file) => ({ default: file.BellList })));

export function Bell() {
  const { notifications, shell } = useWords();
  const { pathname } = useLocation();
  const handle = companyInPath(pathname);
  const [opened, setOpened] = useState(false);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [{ data }, again] = useQuery({ query: UnreadQuery });
  useHints(
    ({ kind }) => kind === 'NOTIFICATION',
    () => again({ requestPolicy: 'network-only' }),
  );
  const unread = data?.unreadNotifications ?? 0;
  const look = {
    variant: 'subtle',
    color: 'gray',
    size: 'lg',
    'aria-label': notifications.bell(unread),
    title: notifications.bell(unread),
  } as const;
  const icon = (
    <Indicator
      label={unread > 99 ? '99+' : unread}
      size={16}
      offset={3}
      disabled={unread === 0}
      classNames={{ indicator: classes.badge ?? '' }}
    >
      <IconBell size={18} stroke={1.7} aria-hidden />
    </Indicator>
  );
  if (phone) {
    return (
      <ActionIcon
        component={Link}
        to={handle ? paths.notificationsOf(handle) : paths.notifications}
        {...look}
      >
        {icon}
      </ActionIcon>
    );
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      shadow="lg"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon {...look} onClick={() => setOpened((open) => !open)}>
          {icon}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.popover} aria-label={notifications.title}>
        <Suspense fallback={<Loading rows={4} label={shell.loading} />}>
          <BellList onDone={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
