// Keys of a page: never while somebody types, composes or has a menu open, and the same under a Hangul keyboard.
import { useEffect, useRef } from 'react';

/** From a key such as 'j', '1', '?', 'Enter' or 'ArrowLeft' to what it does. */
export type Keys = Record<string, ((event: KeyboardEvent) => void) | undefined>;

// Where keys have a meaning of their own.
const TYPING =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=textbox]';
const BUSY = '[role=menu], [role=listbox], [role=dialog], [role=tablist], [role=slider], [role=application]';
const RADIO = 'input[type=radio]';

/** With a Hangul layout the J key says ㅓ: then the place of the key decides. */
export function keyOf(event: KeyboardEvent): string {
  if (/^[\x21-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  const letter = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1];
  if (letter) return letter.toLowerCase();
  if (event.code === 'Slash' && event.shiftKey) return '?';
  return event.key;
}

function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING) || target.closest(BUSY)) return true;
  return event.key.startsWith('Arrow') && target.closest(RADIO) !== null;
}

/** Enter on a button or link presses it and nothing else. */
const pressesItself = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  event.target instanceof Element &&
  event.target.closest('button:not([data-row]), a') !== null;

export function useKeys(keys: Keys, on = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isElsewhere(event) || pressesItself(event) || document.querySelector('[aria-modal=true]')) return;
      const act = latest.current[keyOf(event)];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}
