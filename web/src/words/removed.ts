// What stands where somebody's words were: the server keeps one marker, everybody reads it in their own language.
import type { Locale } from './words';

const MARKER = '[removed on request]';
const SAID: Record<Locale, string> = { ko: '[요청에 따라 삭제됨]', en: MARKER };

/** The same data, saying it in this language; itself where there is nothing to say. */
export function sayRemoved<Data>(data: Data, locale: Locale): Data {
  const said = SAID[locale];
  if (said === MARKER) return data;
  const say = (value: unknown): unknown => {
    if (typeof value === 'string') return value.includes(MARKER) ? value.replaceAll(MARKER, said) : value;
    if (Array.isArray(value)) {
      const list = value.map(say);
      return list.some((each, index) => each !== value[index]) ? list : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [key, say(each), each] as const);
    return entries.some(([, after, before]) => after !== before)
      ? Object.fromEntries(entries.map(([key, after]) => [key, after]))
      : value;
  };
  return say(data) as Data;
}
