// Short news at the top of the page: what was refused, or what was done unseen.
import { notifications } from '@mantine/notifications';
import type { CombinedError } from 'urql';
import { sayError } from '../kit/errors';
import type { Words } from '../words/words';

export function notifyRefusal(words: Words, error: CombinedError): void {
  notifications.show({
    color: 'red',
    role: 'alert',
    message: sayError(words, error),
    closeButtonProps: { 'aria-label': words.shell.close },
  });
}

export function notifyDone(words: Words, message: string): void {
  notifications.show({
    message,
    role: 'status',
    closeButtonProps: { 'aria-label': words.shell.close },
  });
}
