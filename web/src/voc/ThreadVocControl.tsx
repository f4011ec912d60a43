// What a thread counts as, with the keys 1–5 to decide.
import type { ThreadPartProps } from '../threads/slots';

export function ThreadVocControl(_: ThreadPartProps) {
  return null;
}
