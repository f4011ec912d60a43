// Finding by what somebody types: words in any order, and initial consonants (ㅎㅂ finds 한빛).
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

const initialsOf = (text: string): string =>
  [...text]
    .map((sign) => {
      const syllable = sign.charCodeAt(0) - 0xac00;
      return syllable >= 0 && syllable < 11_172 ? INITIALS[Math.floor(syllable / 588)] : sign;
    })
    .join('');

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** Does `text` hold every word that was typed? */
export function finds(typed: string, text: string): boolean {
  const folded = fold(text);
  const initials = initialsOf(folded).replaceAll(' ', '');
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => folded.includes(word) || (/^[ㄱ-ㅎ]+$/.test(word) && initials.includes(word)));
}
