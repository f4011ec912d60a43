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

const HANGUL = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/;

/** Of two languages: Hangul anywhere makes a text Korean, since Koreans mix English words in, hardly ever the reverse. */
export const languageOf = (text: string): 'ko' | 'en' => (HANGUL.test(text) ? 'ko' : 'en');
