// What happened that concerns the viewer, newest first; the same in the popover and on the page.
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBellCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { sayError } from '../kit/errors';
import { Failed, Loading, Saying } from '../kit/states';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import { NotificationRow } from './NotificationRow';
import classes from './notifications.module.css';
import type { useNotifications } from './useNotifications';

type Props = { model: ReturnType<typeof useNotifications>; onOpen?: () => void };

export function NotificationList({ model, onOpen }: Props) {
  const words = useWords();
  const { notifications, shell } = words;
  const staff = useSignedIn().role !== null;
  const [busy, setBusy] = useState(false);
  const { items, next, loaded, error, refresh, more, markRead } = model;
  if (error && !loaded) {
    return (
      <Failed
        icon={<IconAlertTriangle size={28} />}
        title={shell.failedTitle}
        text={sayError(words, error) ?? shell.failed}
        retry={shell.retry}
        onRetry={() => void refresh()}
      />
    );
  }
  if (!loaded) return <Loading rows={4} label={shell.loading} />;
  if (items.length === 0) {
    return (
      <Saying icon={<IconBellCheck size={28} />} title={notifications.empty}>
        {staff ? notifications.emptyTextStaff : notifications.emptyText}
      </Saying>
    );
  }
  return (
    <>
      <ul className={classes.list} role="list">
        {items.map((item) => (
          <NotificationRow
            key={item.id}
            item={item}
            onOpen={() => {
              if (!item.read) void markRead([item.id]);
              onOpen?.();
            }}
          />
        ))}
      </ul>
      {next && (
        <Button
          variant="subtle"
          fullWidth
          loading={busy}
          onClick={() => {
            setBusy(true);
            void more().finally(() => setBusy(false));
          }}
        >
          {notifications.more}
        </Button>
      )}
    </>
  );
}
