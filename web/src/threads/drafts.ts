// Unsent words survive reload and crash: kept in this browser, per person and place.
import { useCallback, useState } from 'react';

const key = (personId: string, place: string): string => `hotline.draft.${personId}.${place}`;

/** Storage may be full or forbidden; writing on matters more than keeping. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The text stays on the page.
  }
}

export function kept<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(name);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

/** The text of one place, such as a thread's note field. Empty text leaves nothing behind. */
export function useDraft(personId: string, place: string): [text: string, setText: (text: string) => void] {
  const name = key(personId, place);
  const [state, setState] = useState(() => ({ name, text: kept(name, '') }));
  // Another place is another text, in the same render.
  const text = state.name === name ? state.text : kept(name, '');
  const setText = useCallback(
    (next: string) => {
      setState({ name, text: next });
      keep(name, next === '' ? null : next);
    },
    [name],
  );
  return [text, setText];
}
