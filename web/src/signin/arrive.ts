// Where somebody goes once signed in, and the fresh start that belongs to it.
import { useCallback } from 'react';
import { paths } from '../paths';
import { useSessionControl } from '../session/locale';

/** Only an address of this app, so that a prepared link cannot send anybody elsewhere: '//evil' and '/\evil' are other hosts. */
export function safeTarget(to: string | null): string {
  if (!to || !/^\/(?![/\\])/.test(to)) return paths.home;
  try {
    const url = new URL(to, location.origin);
    return url.origin === location.origin ? `${url.pathname}${url.search}${url.hash}` : paths.home;
  } catch {
    return paths.home;
  }
}

/** The router below starts anew with the client and reads the address then, so the address is set first. */
export function useArrive(): (to?: string | null) => void {
  const { renew } = useSessionControl();
  return useCallback(
    (to: string | null = null) => {
      history.replaceState(null, '', safeTarget(to));
      renew();
    },
    [renew],
  );
}
