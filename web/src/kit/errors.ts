// A refusal in the reader's language.
import type { CombinedError } from 'urql';
import { refusalOf } from '../session/client';
import type { Words } from '../words/words';

/** Null without an error; otherwise a sentence: what was wrong and what to do. */
export function sayError(words: Words, error: CombinedError | undefined): string | null {
  const refusal = refusalOf(error);
  if (!refusal) return null;
  const { errors } = words.shell;
  return errors[refusal.reason] ?? errors[refusal.code] ?? errors.other ?? refusal.message;
}
