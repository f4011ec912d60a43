// How a change is written: with its sign, and a zero without one.
import type { needsKo } from '../../words/needs';
import type { Locale } from '../../words/words';
import { count } from '../numbers';

export function growthSaid(words: typeof needsKo, locale: Locale, growth: number): string {
  if (growth === 0) return words.same;
  return growth > 0 ? words.more(count(locale, growth)) : words.less(count(locale, -growth));
}
