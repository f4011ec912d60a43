// The popover under the bell.
import { Anchor } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { companyInPath, paths } from '../paths';
import { useWords } from '../words/words';
import { NotificationList } from './NotificationList';
import classes from './notifications.module.css';
import { ReadAll } from './ReadAll';
import { useNotifications } from './useNotifications';

export function BellList({ onDone }: { onDone: () => void }) {
  const { notifications } = useWords();
  const handle = companyInPath(useLocation().pathname);
  const model = useNotifications();
  return (
    <>
      <div className={classes.popoverHead}>
        <strong>{notifications.title}</strong>
        <ReadAll model={model} />
      </div>
      <div className={classes.popoverList}>
        <NotificationList model={model} onOpen={onDone} />
      </div>
      <div className={classes.popoverFoot}>
        <Anchor
          component={Link}
          to={handle ? paths.notificationsOf(handle) : paths.notifications}
          size="sm"
          onClick={onDone}
        >
          {notifications.showAll}
        </Anchor>
        <Anchor component={Link} to={`${paths.profile}#notifications`} size="sm" onClick={onDone}>
          {notifications.settings}
        </Anchor>
      </div>
    </>
  );
}
