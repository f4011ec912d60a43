// Resolve or reopen, whichever the thread and the viewer's abilities allow now.
import { useMutation } from 'urql';
import { ReopenThread, ResolveThread } from './threads.gql';
import { useDesk } from './useDesk';
import type { ThreadModel } from './useThread';

type Options = {
  /** Once it is resolved: the inbox goes on to the next thread. */
  onResolved?: (() => void) | undefined;
  /** Once that was taken back. */
  onUndone?: (() => void) | undefined;
};

export function useResolve(
  { thread, threadId, command }: ThreadModel,
  { onResolved, onUndone }: Options = {},
): () => Promise<void> {
  const desk = useDesk();
  const [, resolve] = useMutation(ResolveThread);
  const [, reopen] = useMutation(ReopenThread);
  return async () => {
    if (!thread) return;
    const { abilities } = thread;
    const input = { threadId };
    if (abilities.resolve) {
      const done = await command(
        {
          state: 'RESOLVED',
          abilities: { ...abilities, resolve: false, reopen: true },
        },
        // What the desk does can be taken back exactly; a contact reopens instead.
        () =>
          abilities.assign
            ? desk.change([threadId], { resolve: true }, onUndone ? { onUndone } : {})
            : resolve({ input }),
      );
      if (done) onResolved?.();
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
