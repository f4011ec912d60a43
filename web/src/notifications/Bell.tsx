// The bell in the head of every page: how many are unread; the list in a popover at a desk, a page of its own on a phone.
import { ActionIcon, Indicator } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { Opening } from '../kit/Opening';
import { companyInPath, paths } from '../paths';
import { useHints } from '../session/live';
import { useWords } from '../words/words';
import classes from './notifications.module.css';
import { UnreadQuery } from './notifications.gql';

const loadPopover = () => import('./BellPopover');
const NOTHING = {};

export function Bell() {
  const { notifications } = useWords();
  const { pathname } = useLocation();
  const handle = companyInPath(pathname);
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
    <Opening
      load={loadPopover}
      given={NOTHING}
      popup="dialog"
      target={<ActionIcon {...look}>{icon}</ActionIcon>}
    />
  );
}
