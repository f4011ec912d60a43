// Naming people behind an @ while writing: who matches what stands before the caret, and who was chosen.
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { keep, kept } from './drafts';
import { isComposing } from './typing';

export type Nameable = { id: string; name: string; title: string | null };

/** An @ at the beginning or after a space, and what follows it up to the caret. */
const ASKED = /(?:^|\s)@([\p{L}\p{N}._-]{0,30})$/u;
const MOST = 8;

type Props = {
  /** Where chosen people are kept beside the draft. */
  place: string;
  text: string;
  setText: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
};

export function useMentions({ place, text, setText, field }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const [people, setPeople] = useState<readonly Nameable[]>([]);
  const [at, setAt] = useState(0);
  const matching =
    asked === null
      ? []
      : people.filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase())).slice(0, MOST);
  const open = matching.length > 0;

  /** After every change of the text or the caret. */
  const look = () => {
    const input = field.current;
    const before = input ? input.value.slice(0, input.selectionStart) : '';
    setAsked(input && input.selectionStart === input.selectionEnd ? (ASKED.exec(before)?.[1] ?? null) : null);
  };
  useEffect(() => setAt(0), [asked]);

  const choose = (person: Nameable) => {
    const input = field.current;
    if (!input || asked === null) return;
    const end = input.selectionStart;
    const start = end - asked.length;
    const named = `${text.slice(0, start)}${person.name} `;
    setText(`${named}${text.slice(end)}`);
    keep(place, [...kept<Nameable[]>(place, []).filter(({ id }) => id !== person.id), person]);
    setAsked(null);
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(named.length, named.length);
    });
  };

  /** True: the key was meant for the list. */
  const key = (event: KeyboardEvent): boolean => {
    if (!open || isComposing(event)) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = matching[at];
    if (step) setAt((at + step + matching.length) % matching.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person && !event.ctrlKey && !event.metaKey)
      choose(person);
    else if (event.key === 'Escape') setAsked(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  /** Ids of those whose name still stands in the text; then the list is begun anew. */
  const take = (): string[] => {
    const named = kept<Nameable[]>(place, []).filter(({ name }) => text.includes(`@${name}`));
    keep(place, null);
    setAsked(null);
    return named.map(({ id }) => id);
  };
  return { asked, setPeople, matching, open, at, look, choose, key, take, close: () => setAsked(null) };
}
