// What somebody is about to write, with the id that it will have: sent again after a cut, it is the same post.
import { useRef, useState } from 'react';
import { keep, kept } from '../threads/drafts';
import { draftName, useOwnKey } from './kept';
import type { DraftPicture } from './pictures';

export type BoardWords = { title: string; tags: string[]; body: string; pictures: DraftPicture[] };
export type WordsChange = Partial<BoardWords> | ((now: BoardWords) => Partial<BoardWords>);
export type Draft = BoardWords & { id: string; showCompany: boolean };

const fresh = (): Draft => ({
  id: crypto.randomUUID(),
  title: '',
  tags: [],
  body: '',
  pictures: [],
  showCompany: false,
});

const isEmpty = ({ title, body, tags, pictures }: Draft): boolean =>
  title === '' && body === '' && tags.length === 0 && pictures.length === 0;

/** A place is a board, a thread or a post; another one is another draft: give the component a key. */
export function useBoardDraft(place: string) {
  const name = draftName(useOwnKey(), place);
  const [draft, setDraft] = useState<Draft>(() => ({ ...fresh(), ...kept<Partial<Draft>>(name, {}) }));
  // What is written while a picture is on its way is here before the next render.
  const latest = useRef(draft);
  const put = (next: Draft): Draft => {
    latest.current = next;
    setDraft(next);
    keep(name, isEmpty(next) ? null : next);
    return next;
  };
  return {
    draft,
    /** Of a function, what it makes of the words as they are by then. */
    write: (change: WordsChange | Partial<Omit<Draft, 'id'>>) => {
      put({ ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) });
    },
    /** The same words as another post: the first one arrived after all. Its pictures stand there. */
    anew: (): Draft => put({ ...latest.current, id: crypto.randomUUID(), pictures: [] }),
    clear: () => {
      put(fresh());
    },
  };
}
