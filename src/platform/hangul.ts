// Names as Koreans look for them: ㅎㅂ finds 한빛.
import { getChoseong } from 'es-hangul';

/** What a search for a name is compared with: the name folded, then its initial consonants. */
export const searchKey = (name: string): string => `${fold(name)} ${getChoseong(name).replace(/\s+/g, '')}`;

/** Case, width and spaces do not matter when a name is looked for. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a person typed; single consonants in their compatibility form stay as they are. */
export const searchTerm = (typed: string): string =>
  /^[ㄱ-ㅎ\s]+$/.test(typed) ? typed.replace(/\s+/g, '') : fold(typed);

/** The language of a text, as far as two are concerned. */
export const languageOf = (text: string): 'ko' | 'en' => (/[ㄱ-ㆎ가-힣]/.test(text) ? 'ko' : 'en');
