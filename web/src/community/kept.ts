// What the boards keep in this browser alone: drafts, and in which threads somebody wrote. The server has no such list.
import { use } from 'react';
import { keep, kept } from '../threads/drafts';
import { useSignedIn } from '../session/me';

const DRAFTS = 'hotline.board.draft.';
const WRITTEN = 'hotline.board.written.';

const keys = new Map<string, Promise<string>>();

/** Several people may use one browser; whoever looks into its storage is not told who they are. */
function ownKey(personId: string): Promise<string> {
  let key = keys.get(personId);
  if (!key) {
    key = crypto.subtle
      .digest('SHA-256', new TextEncoder().encode(personId))
      .then((bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    keys.set(personId, key);
  }
  return key;
}

/** Suspends for a moment. */
export const useOwnKey = (): string => use(ownKey(useSignedIn().person.id));

export const draftName = (own: string, place: string): string => `${DRAFTS}${own}.${place}`;

/** Of everybody who wrote here: on a shared computer nobody finds what another one was about to write. */
export function forgetBoardDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(DRAFTS)) localStorage.removeItem(name);
  } catch {
    // Where nothing may be stored, nothing was.
  }
}

/** `seen`: how far it was read here. */
export type Written = { id: string; seen: number };

/** The server looks at no more at once; the oldest make room. */
const MOST = 100;
const CHANGED = 'hotline:boards-written';

export const writtenOf = (own: string): Written[] => kept<Written[]>(WRITTEN + own, []);

function put(own: string, threads: Written[]): void {
  keep(WRITTEN + own, threads.length === 0 ? null : threads.slice(0, MOST));
  dispatchEvent(new Event(CHANGED));
}

/** Somebody wrote in a thread, which had come so far. */
export function remember(own: string, id: string, seen: number): void {
  put(own, [{ id, seen }, ...writtenOf(own).filter((each) => each.id !== id)]);
}

/** A thread was read so far; one in which they never wrote is not remembered for it. */
export function markSeen(own: string, id: string, seen: number): void {
  const threads = writtenOf(own);
  if (threads.some((each) => each.id === id && each.seen < seen))
    put(
      own,
      threads.map((each) => (each.id === id ? { id, seen } : each)),
    );
}

export const forgetWritten = (own: string, id: string): void =>
  put(
    own,
    writtenOf(own).filter((each) => each.id !== id),
  );

export const forgetAllWritten = (own: string): void => put(own, []);

/** Whether anybody wrote in this browser. */
export function somebodyWrote(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(WRITTEN));
  } catch {
    return false;
  }
}

/** Also of what another tab changed. */
export function whenWrittenChanges(react: () => void): () => void {
  addEventListener(CHANGED, react);
  addEventListener('storage', react);
  return () => {
    removeEventListener(CHANGED, react);
    removeEventListener('storage', react);
  };
}
