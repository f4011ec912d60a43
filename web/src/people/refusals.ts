// A refusal in the reader's language, with the reasons that only these pages can meet; and one said in passing.
import { notifications } from '@mantine/notifications';
import type { CombinedError } from 'urql';
import { sayError } from '../kit/errors';
import { refusalOf } from '../session/client';
import type { Words } from '../words/words';

export function sayRefusal(words: Words, error: CombinedError | undefined): string | null {
  const refusal = refusalOf(error);
  if (!refusal) return null;
  return words.people.errors[refusal.reason] ?? sayError(words, error);
}

/** For commands without a form of their own. */
export function announceRefusal(words: Words, error: CombinedError): void {
  notifications.show({
    color: 'red',
    message: sayRefusal(words, error),
    closeButtonProps: { 'aria-label': words.shell.close },
  });
}

export function announce(words: Words, message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': words.shell.close } });
}
