// The draft of a new thread, kept in this browser, with one idempotency key for what was tried to send.
import { useState } from 'react';
import { keep, kept } from './drafts';

/** `tried`: the text that went out with `key`; another text is another question and needs another key. */
type Draft = { title: string; body: string; key: string; tried: string | null };

const fresh = (): Draft => ({
  title: '',
  body: '',
  key: crypto.randomUUID(),
  tried: null,
});

export function useNewThreadDraft(personId: string, handle: string) {
  const name = `hotline.draft.${personId}.new.${handle}`;
  const [draft, setDraft] = useState<Draft>(() => kept<Draft>(name, fresh()));
  const put = (next: Draft) => {
    setDraft(next);
    keep(name, next.body === '' && next.title === '' ? null : next);
  };
  return {
    draft,
    write: (change: Partial<Pick<Draft, 'title' | 'body'>>) => put({ ...draft, ...change }),
    /** Sent again after a cut, the same text with the same files opens the same thread. */
    key: (files: readonly string[]): string => {
      const text = JSON.stringify([draft.title, draft.body, files]);
      const next =
        draft.tried === null || draft.tried === text
          ? { ...draft, tried: text }
          : { ...draft, tried: text, key: crypto.randomUUID() };
      put(next);
      return next.key;
    },
    clear: () => put(fresh()),
  };
}
