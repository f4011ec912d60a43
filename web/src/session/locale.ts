// The language of the page and what starts the session anew.
import { createContext, useContext } from 'react';
import type { Locale } from '../words/words';

type Control = {
  locale: Locale;
  /** Somebody chose it: kept in this browser. */
  setLocale: (locale: Locale) => void;
  /** The language of the person's profile: followed where nobody has chosen another. */
  proposeLocale: (locale: Locale) => void;
  /** After signing in or out. */
  renew: () => void;
};

export const LocaleContext = createContext<Control>({
  locale: 'ko',
  setLocale: () => {},
  proposeLocale: () => {},
  renew: () => {},
});

export const useSessionControl = (): Control => useContext(LocaleContext);
