// A page of the boards that could not be read: nothing is there for whoever looks, or it cannot be reached now.
import { IconMapOff, IconPlugConnectedX } from '@tabler/icons-react';
import type { CombinedError } from 'urql';
import { sayError } from '../kit/errors';
import { Failed, Saying } from '../kit/states';
import { refusalOf } from '../session/client';
import { useCommunityWords } from '../words/community';

export function Unread({ error, onRetry }: { error?: CombinedError | undefined; onRetry: () => void }) {
  const words = useCommunityWords();
  const { shell } = words;
  if (refusalOf(error)?.code === 'NOT_FOUND')
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  return (
    <Failed
      icon={<IconPlugConnectedX size={28} />}
      title={shell.failedTitle}
      text={sayError(words, error) ?? shell.failed}
      retry={shell.retry}
      onRetry={onRetry}
    />
  );
}
