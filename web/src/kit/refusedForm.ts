// A refusal in a form: beside the field the server named, otherwise as a sentence for the whole form.
import type { CombinedError } from 'urql';
import { refusalOf } from '../session/client';

type Fields = { getValues: () => object; setFieldError: (path: string, error: string) => void };

/** Returns null where the sentence found its field. The values stay as they are. */
export function showRefusal(form: Fields, error: CombinedError, sentence: string): string | null {
  const field = refusalOf(error)?.field;
  if (!field || !(field in form.getValues())) return sentence;
  form.setFieldError(field, sentence);
  return null;
}
