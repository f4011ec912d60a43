// Rules of every writing field: how long a text may be, and when Enter belongs to the input method.
import type { KeyboardEvent } from 'react';

export const MOST_CHARACTERS = 20_000;
/** From here on the counter shows. */
export const NEARLY_FULL = 19_000;

/** While a syllable is being composed, Enter ends the syllable and never sends. 229: what older input methods say. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

/** The key beside which Enter always sends, as this machine calls it. */
export const MOD = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Does this key press send? Ctrl/Cmd+Enter always, Enter alone only where somebody chose so. */
export function sends(event: KeyboardEvent, enterSends: boolean): boolean {
  if (event.key !== 'Enter' || isComposing(event)) return false;
  if (event.ctrlKey || event.metaKey) return true;
  return enterSends && !event.shiftKey && !event.altKey;
}
