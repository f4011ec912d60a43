// Where the original of an item is read: in the inbox by those who answer, in the space by the others.
import { paths } from '../paths';
import { useMe } from '../session/me';

/** A thread, and the company in whose space it stands. */
type Original = { thread: { id: string; space: { company: { handle: string } } } | null };

export function useOriginal(): (item: Original) => string | null {
  const { me } = useMe();
  return ({ thread }) => {
    if (!thread) return null;
    return me?.abilities.answer
      ? paths.inboxThread(thread.id)
      : paths.thread(thread.space.company.handle, thread.id);
  };
}
