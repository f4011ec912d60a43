// Every key of the inbox in one table: what is pressed does what the help says, because both read it here.
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { CATEGORIES } from '../gql/words';
import { MOD } from './typing';

type Group = 'list' | 'thread' | 'many' | 'pages' | 'writing';
type Key = {
  group: Group;
  /** As the help shows it. */
  shown: readonly string[];
  /** The key's place, so that it is the same in Hangul input. */
  code?: string;
  /** The sign, for those that lie elsewhere on other keyboards. */
  sign?: string;
  shift?: boolean;
  /** Comes after g. */
  afterG?: boolean;
};

const letter = (group: Group, name: string): Key => ({
  group,
  shown: [name],
  code: `Key${name.toUpperCase()}`,
});
const page = (name: string): Key => ({ ...letter('pages', name), shown: ['g', name], afterG: true });
const shifted = (name: string): Key => ({ ...letter('many', name), shown: ['Shift', name], shift: true });

/** Those without place or sign belong to the browser or to the part that has the focus; they stand here for the help. */
export const KEYS = {
  down: letter('list', 'j'),
  up: letter('list', 'k'),
  open: { ...letter('list', 'o'), shown: ['Enter', 'o'] },
  search: { group: 'list', shown: ['/'], sign: '/' },
  back: letter('list', 'u'),
  reply: letter('thread', 'r'),
  note: letter('thread', 'n'),
  assign: letter('thread', 'a'),
  resolve: letter('thread', 'e'),
  tag: letter('thread', 't'),
  priority: letter('thread', 'p'),
  category: { group: 'thread', shown: ['1', '–', String(CATEGORIES.length)] },
  confirm: letter('thread', 'c'),
  need: letter('thread', 's'),
  undo: letter('thread', 'z'),
  mark: letter('many', 'x'),
  markDown: shifted('j'),
  markUp: shifted('k'),
  all: shifted('a'),
  clear: { group: 'many', shown: ['Esc'], sign: 'Escape' },
  palette: { group: 'pages', shown: [MOD, 'K'] },
  goInbox: page('i'),
  goWeekly: page('w'),
  goReview: page('v'),
  goCompanies: page('c'),
  goPeople: page('p'),
  help: { group: 'pages', shown: ['?'], sign: '?' },
  send: { group: 'writing', shown: [MOD, 'Enter'] },
  newLine: { group: 'writing', shown: ['Shift', 'Enter'] },
  leave: { group: 'writing', shown: ['Esc'] },
} as const satisfies Record<string, Key>;
export type KeyName = keyof typeof KEYS;
export const GROUPS: readonly Group[] = ['list', 'thread', 'many', 'pages', 'writing'];

const TABLE = Object.entries(KEYS) as [KeyName, Key][];
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
/** Inside these, keys belong to the widget. */
const WIDGETS = '[role="dialog"], [role="menu"], [role="listbox"], [role="radiogroup"]';
/** So long after g, a letter still means a page. */
const AFTER_G_MS = 1_500;

function nameOf(event: KeyboardEvent, afterG: boolean): KeyName | null {
  const found = TABLE.find(([, { code, sign, shift = false, afterG: second = false }]) => {
    if (second !== afterG) return false;
    return sign ? sign === event.key : code !== undefined && code === event.code && shift === event.shiftKey;
  });
  return found?.[0] ?? null;
}

const writes = (target: HTMLElement | null): boolean => Boolean(target?.closest(FIELDS));
const targetOf = (event: KeyboardEvent) => (event.target instanceof HTMLElement ? event.target : null);
const isBusy = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.isComposing ||
  event.keyCode === 229 ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  Boolean(targetOf(event)?.closest(WIDGETS)) ||
  // An open menu has the next key, also in the moment before the focus has come to it.
  document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;

export type KeyActions = Partial<Record<KeyName, () => unknown>>;

/** Runs one of `actions`, never while somebody types, composes or uses a menu. Esc leaves a field. */
export function useKeys(actions: KeyActions, enabled: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      const target = targetOf(event);
      if (writes(target)) {
        const leaves = event.key === 'Escape' && !event.defaultPrevented && !event.isComposing;
        if (leaves && !target?.closest('[role="dialog"]')) target?.blur();
        return;
      }
      if (isBusy(event)) return;
      const name = nameOf(event, false);
      const action = name && latest.current[name];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}

/** g and then a letter: heard before anybody else, since the letter alone means something on most pages. */
export function usePageKeys(actions: KeyActions, enabled: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!enabled) return;
    // Not 0: that is when the page began, and a letter soon after would mean a page.
    let pressedG = -Infinity;
    const listen = (event: KeyboardEvent) => {
      if (writes(targetOf(event)) || isBusy(event)) return;
      const second = event.timeStamp - pressedG < AFTER_G_MS;
      pressedG = !second && event.code === 'KeyG' && !event.shiftKey ? event.timeStamp : -Infinity;
      const name = second ? nameOf(event, true) : null;
      const action = name && latest.current[name];
      if (!action) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      action();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
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
