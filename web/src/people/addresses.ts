// Reads pasted addresses: one per line, separated by commas, “Name <address>” or columns of a spreadsheet.
import { looksLikeEmail } from '../signin/checks';

export type Guest = { email: string; name: string | null };
export type Read = { guests: Guest[]; wrong: string[] };

const ADDRESS = /[^\s<>,;"'()]+@[^\s<>,;"'()]+/g;

/** A name of one address only: '조성호 <sungho@…>' or '조성호⇥sungho@…'. */
const nameIn = (line: string, address: string): string | null =>
  line
    .replace(address, ' ')
    .replace(/[<>"'(),;\t]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || null;

export function readAddresses(text: string): Read {
  const guests = new Map<string, Guest>();
  const wrong: string[] = [];
  for (const part of text.split(/[\n;,]+/)) {
    const line = part.trim();
    if (!line) continue;
    const found = line.match(ADDRESS) ?? [];
    if (found.length === 0 || found.some((address) => !looksLikeEmail(address))) wrong.push(line);
    for (const address of found.filter(looksLikeEmail)) {
      const email = address.toLowerCase();
      if (guests.has(email)) continue;
      guests.set(email, { email, name: found.length === 1 ? nameIn(line, address) : null });
    }
  }
  return { guests: [...guests.values()], wrong };
}
