// One command after the other: what was refused is said, what was done is read again.
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { notifications } from '@mantine/notifications';
import { sayError } from '../kit/errors';
import { useCertificateWords } from '../words/certificates';

export function useRun(onDone: () => void) {
  const words = useCertificateWords();
  const [running, setRunning] = useState(false);
  /** True when it was done. */
  const run = async (command: () => Promise<{ error?: CombinedError | undefined }>): Promise<boolean> => {
    setRunning(true);
    const { error } = await command();
    setRunning(false);
    const closeButtonProps = { 'aria-label': words.shell.close };
    if (error) notifications.show({ color: 'red', message: sayError(words, error), closeButtonProps });
    onDone();
    return !error;
  };
  return { run, running };
}
