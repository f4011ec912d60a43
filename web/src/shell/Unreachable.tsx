// When not even the first question could be asked.
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Failed } from '../kit/states';
import { useWords } from '../words/words';

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { shell } = useWords();
  return (
    <Failed
      icon={<IconPlugConnectedX size={28} />}
      title={shell.failedTitle}
      text={shell.failed}
      retry={shell.retry}
      onRetry={onRetry}
    />
  );
}
