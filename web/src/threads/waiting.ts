// How long somebody has been waiting, in one word.
import type { Words } from '../words/words';

export function waitingSince(words: Words, since: string, now: number = Date.now()): string {
  const { minutes, hours, days } = words.threads;
  const passed = Math.max(0, Math.floor((now - new Date(since).getTime()) / 60_000));
  if (passed < 60) return minutes(Math.max(1, passed));
  if (passed < 24 * 60) return hours(Math.floor(passed / 60));
  return days(Math.floor(passed / (24 * 60)));
}

/** After so long, waiting is marked. */
export const LONG_MS = 4 * 3_600_000;
