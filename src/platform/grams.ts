// What a text says, as a set of hashed character n-grams that an index of PostgreSQL can hold. Pure.

/** Only so many characters are read: what somebody wants comes first. */
const READ_AT_MOST = 600;

const WORD = /[\p{L}\p{N}]+/gu;
const HANGUL = /\p{Script=Hangul}+/gu;

/** FNV-1a, as a signed 32-bit number as PostgreSQL's int is. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}

function* piecesOf(text: string): Generator<string> {
  const normal = text.slice(0, READ_AT_MOST).normalize('NFKC').toLowerCase();
  for (const word of normal.match(WORD) ?? []) {
    // Two syllables are a word in Korean: 알림, 결재. Endings differ, so a word is known by its pairs.
    for (const run of word.match(HANGUL) ?? [])
      for (let at = 0; at + 2 <= run.length; at++) yield run.slice(at, at + 2);
    const latin = word.replace(HANGUL, ' ');
    for (const run of latin.split(' ')) {
      if (run.length < 2 || /^\d+$/.test(run)) continue;
      const padded = `_${run}_`;
      for (let at = 0; at + 3 <= padded.length; at++) yield padded.slice(at, at + 3);
    }
  }
}

/** Each n-gram once, in no order. */
export const gramsOf = (text: string): Set<number> => new Set([...piecesOf(text)].map(hash));
