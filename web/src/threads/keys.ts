// Keyboard shortcuts of the inbox. They listen to the key's place, so that they also work in Hangul input.
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

export type KeyName = 'j' | 'k' | 'r' | 'n' | 'a' | 'e' | 'x' | '/' | '?' | 'Escape';

const FIELDS = 'input, textarea, select, [contenteditable="true"]';
/** Inside these, keys belong to the widget. */
const WIDGETS = '[role="dialog"], [role="menu"], [role="listbox"], [role="radiogroup"]';

function nameOf(event: KeyboardEvent): KeyName | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return 'Escape';
  if (event.key === '?') return '?';
  if (event.key === '/') return '/';
  if (event.shiftKey) return null;
  const letter = /^Key([JKRNAEX])$/.exec(event.code)?.[1]?.toLowerCase();
  return (letter as KeyName | undefined) ?? null;
}

/** Runs one of `actions`, never while somebody types, composes or uses a menu. Esc leaves a field. */
export function useKeys(actions: Partial<Record<KeyName, () => void>>, enabled: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest(FIELDS)) {
        if (event.key === 'Escape' && !target.closest('[role="dialog"]')) target.blur();
        return;
      }
      if (target?.closest(WIDGETS) || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const name = nameOf(event);
      const action = name && latest.current[name];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}

/** Single keys can be switched off (WCAG 2.1.4), for people who dictate. */
export const useKeysSetting = () =>
  useLocalStorage({
    key: 'hotline.keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });

/** Whether Enter alone sends. */
export const useEnterSends = () =>
  useLocalStorage({
    key: 'hotline.enterSends',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
