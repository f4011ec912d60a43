// The frame of everything: providers, routes, and where a visitor is sent first.
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './styles.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { Provider as UrqlProvider } from 'urql';
import { theme, variables } from '../kit/theme';
import { createClient } from '../session/client';
import { LocaleContext } from '../session/locale';
import { MeProvider } from '../session/me';
import { guessLocale, keepLocale, keptLocale, type Locale, WordsProvider } from '../words/words';
import { AppRoutes } from './routes';

const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '';
// The lock that keeps the page behind a dialog from scrolling writes a <style> and looks for the nonce here.
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App() {
  const [locale, setLocale] = useState<Locale>(guessLocale);
  // Signing in or out makes a new client: nothing of the person before stays in memory.
  const [session, setSession] = useState(createClient);
  const control = useMemo(
    () => ({
      locale,
      setLocale: (next: Locale) => {
        keepLocale(next);
        setLocale(next);
      },
      proposeLocale: (next: Locale) => {
        if (!keptLocale()) setLocale(next);
      },
      renew: () =>
        setSession((old) => {
          old.close();
          return createClient();
        }),
    }),
    [locale],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      getStyleNonce={() => nonce}
      defaultColorScheme="auto"
    >
      <Notifications position="top-center" />
      <LocaleContext value={control}>
        <WordsProvider locale={locale}>
          <UrqlProvider value={session.client} key={String(sessionKey(session))}>
            <BrowserRouter>
              <MeProvider>
                <AppRoutes connection={session.connection} />
              </MeProvider>
            </BrowserRouter>
          </UrqlProvider>
        </WordsProvider>
      </LocaleContext>
    </MantineProvider>
  );
}

const keys = new WeakMap<object, number>();
let count = 0;

/** React starts anew below when the session is another one. */
function sessionKey(session: object): number {
  let key = keys.get(session);
  if (key === undefined) {
    key = ++count;
    keys.set(session, key);
  }
  return key;
}
