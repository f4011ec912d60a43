// What somebody is about to write, with the id that it will have: sent again after a cut, it is the same post.
import { useState } from 'react';
import { keep, kept } from '../threads/drafts';
import { draftName, useOwnKey } from './kept';

export type BoardWords = { title: string; tags: string[]; body: string };
export type Draft = BoardWords & { id: string; showCompany: boolean };

const fresh = (): Draft => ({ id: crypto.randomUUID(), title: '', tags: [], body: '', showCompany: false });

/** A place is a board, a thread or a post; another one is another draft: give the component a key. */
export function useBoardDraft(place: string) {
  const name = draftName(useOwnKey(), place);
  const [draft, setDraft] = useState<Draft>(() => kept<Draft>(name, fresh()));
  const put = (next: Draft) => {
    setDraft(next);
    keep(name, next.title === '' && next.body === '' && next.tags.length === 0 ? null : next);
  };
  return {
    draft,
    write: (change: Partial<Omit<Draft, 'id'>>) => put({ ...draft, ...change }),
    /** The same words as another post: the first one arrived after all. */
    anew: (): Draft => {
      const next = { ...draft, id: crypto.randomUUID() };
      put(next);
      return next;
    },
    clear: () => put(fresh()),
  };
}
