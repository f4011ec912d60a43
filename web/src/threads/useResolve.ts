// Resolve or reopen, whichever the thread and the viewer's abilities allow now.
import { useMutation } from 'urql';
import { ReopenThread, ResolveThread } from './threads.gql';
import type { ThreadModel } from './useThread';

export function useResolve({ thread, threadId, command }: ThreadModel): () => Promise<void> {
  const [, resolve] = useMutation(ResolveThread);
  const [, reopen] = useMutation(ReopenThread);
  return async () => {
    if (!thread) return;
    const { abilities } = thread;
    const input = { threadId };
    if (abilities.resolve) {
      await command(
        {
          state: 'RESOLVED',
          abilities: { ...abilities, resolve: false, reopen: true },
        },
        () => resolve({ input }),
      );
    } else if (abilities.reopen) {
      await command(
        {
          state: 'OPEN',
          abilities: { ...abilities, resolve: true, reopen: false },
        },
        () => reopen({ input }),
      );
    }
  };
}
