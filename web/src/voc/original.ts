// Where the original of an item is read: in the inbox by those who answer, in the space by the others.
import { paths } from '../paths';
import { useMe } from '../session/me';
import type { Item } from './voc.gql';

export function useOriginal(): (item: Item) => string | null {
  const { me } = useMe();
  return ({ thread }) => {
    if (!thread) return null;
    return me?.abilities.answer
      ? paths.inboxThread(thread.id)
      : paths.thread(thread.space.company.handle, thread.id);
  };
}
