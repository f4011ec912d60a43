// A refusal in the reader's language, with the reasons that only these pages can meet; and one said in passing.
import { notifications } from '@mantine/notifications';
import type { CombinedError } from 'urql';
import { sayError } from '../kit/errors';
import { refusalOf } from '../session/client';
import type { PageWords } from '../words/pages';

export function sayRefusal(words: PageWords, error: CombinedError | undefined): string | null {
  const refusal = refusalOf(error);
  if (!refusal) return null;
  return words.people.errors[refusal.reason] ?? sayError(words, error);
}

/** For commands without a form of their own. */
export function announceRefusal(words: PageWords, error: CombinedError): void {
  notifications.show({
    color: 'red',
    message: sayRefusal(words, error),
    closeButtonProps: { 'aria-label': words.shell.close },
  });
}

export function announce(words: PageWords, message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': words.shell.close } });
}
