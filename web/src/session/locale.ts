// The language of the page and what starts the session anew.
import { createContext, useContext } from 'react';
import type { Locale } from '../words/words';

type Control = { locale: Locale; setLocale: (locale: Locale) => void; renew: () => void };

export const LocaleContext = createContext<Control>({ locale: 'ko', setLocale: () => {}, renew: () => {} });

/** `renew` after signing in or out; `setLocale` for the switch in the header. */
export const useSessionControl = (): Control => useContext(LocaleContext);
