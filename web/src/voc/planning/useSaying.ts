// One sentence in passing: done, or why not.
import { notifications } from '@mantine/notifications';
import type { CombinedError } from 'urql';
import { sayError } from '../../kit/errors';
import { useWords } from '../../words/words';

export function useSaying() {
  const words = useWords();
  const closeButtonProps = { 'aria-label': words.shell.close };
  return {
    done: (message: string) => void notifications.show({ message, closeButtonProps }),
    refusal: (error: CombinedError) =>
      void notifications.show({ color: 'red', message: sayError(words, error), closeButtonProps }),
  };
}
