// Moves the viewer's reading mark when the newest message is in view on a visible page.
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { useHints } from '../session/live';
import { MarkThreadRead } from './threads.gql';

/** A glance while passing through a list with the keyboard is no reading. */
const GLANCE_MS = 400;

export function useMarkRead(threadId: string, lastSeq: number, newestInView: boolean): void {
  const [, mark] = useMutation(MarkThreadRead);
  const visible = useDocumentVisibility() === 'visible';
  const marked = useRef(0);
  useEffect(() => {
    // Once also without unread messages: what told of the thread is read with it.
    if (!visible || !newestInView || lastSeq <= marked.current) return;
    const timer = setTimeout(() => {
      marked.current = lastSeq;
      void mark({ input: { threadId, seq: lastSeq } }).then(({ error }) => {
        if (error) marked.current = 0;
      });
    }, GLANCE_MS);
    return () => clearTimeout(timer);
  }, [threadId, lastSeq, newestInView, visible, mark]);
  // Told of a note or an assignment while the thread lies open: that is read, too.
  useHints(
    ({ kind }) => kind === 'NOTIFICATION' && visible && newestInView && marked.current > 0,
    () => void mark({ input: { threadId, seq: lastSeq } }),
  );
}
