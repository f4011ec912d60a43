// The one-time token of a link: read from behind # once, taken out of the address bar, kept in memory only.
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Null where the address has none. A second link pasted into the same tab takes the place of the first. */
export function useTokenFromAddress(): string | null {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(() => hash.slice(1));
  useEffect(() => {
    if (hash.length <= 1) return;
    setToken(hash.slice(1));
    // replaceState underneath: neither the address bar nor the history keeps the token.
    void navigate({ pathname, search, hash: '' }, { replace: true });
  }, [hash, pathname, search, navigate]);
  return token || null;
}
