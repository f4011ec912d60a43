// Which threads somebody opened lately: their ids in this browser, per person; what they say is read anew each time.
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useSignedIn } from '../../session/me';
import { keep, kept } from '../../threads/drafts';

const MOST = 8;
const nameOf = (personId: string): string => `hotline.seen.${personId}`;

export const seenThreads = (personId: string): string[] => kept<string[]>(nameOf(personId), []);

function noteSeen(personId: string, threadId: string): void {
  const others = seenThreads(personId).filter((id) => id !== threadId);
  keep(nameOf(personId), [threadId, ...others].slice(0, MOST));
}

/** Notes the thread that the address names. */
export function useNoteSeen(): void {
  const me = useSignedIn().person.id;
  const threadId = /\/(thread_[0-9a-f]{32})$/.exec(useLocation().pathname)?.[1];
  useEffect(() => {
    if (threadId) noteSeen(me, threadId);
  }, [me, threadId]);
}
