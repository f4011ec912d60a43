// Marks everything as read, where there is something unread.
import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useWords } from '../words/words';
import type { useNotifications } from './useNotifications';

export function ReadAll({ model }: { model: ReturnType<typeof useNotifications> }) {
  const { notifications } = useWords();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconChecks size={15} aria-hidden />}
      disabled={!model.items.some(({ read }) => !read)}
      onClick={() => void model.markRead(null)}
    >
      {notifications.readAll}
    </Button>
  );
}
