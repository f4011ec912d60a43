// One command after the other: what was refused is said, what was done is read again.
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { sayError } from '../kit/errors';
import { useCommunityWords } from '../words/community';

export function useRun(onDone: () => void) {
  const words = useCommunityWords();
  const [running, setRunning] = useState(false);
  /** True when it was done. */
  const run = async (
    command: () => Promise<{ error?: CombinedError | undefined }>,
    said?: string,
  ): Promise<boolean> => {
    setRunning(true);
    const { error } = await command();
    setRunning(false);
    const closeButtonProps = { 'aria-label': words.shell.close };
    if (error) notifications.show({ color: 'red', message: sayError(words, error), closeButtonProps });
    else if (said) notifications.show({ message: said, closeButtonProps });
    onDone();
    return !error;
  };
  return { run, running };
}
