// All notifications on a page of their own; on a phone it is what the bell opens.
import { Anchor, Group, Title } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../paths';
import { useWords } from '../words/words';
import { NotificationList } from './NotificationList';
import classes from './notifications.module.css';
import { ReadAll } from './ReadAll';
import { useNotifications } from './useNotifications';

export default function NotificationsPage() {
  const { notifications } = useWords();
  const model = useNotifications();
  return (
    <div className={classes.page}>
      <Group justify="space-between" mb="xs">
        <Title order={1} size="h3">
          {notifications.title}
        </Title>
        <Group gap="sm">
          <ReadAll model={model} />
          <Anchor component={Link} to={`${paths.profile}#notifications`} size="sm">
            {notifications.settings}
          </Anchor>
        </Group>
      </Group>
      <NotificationList model={model} />
    </div>
  );
}
