// For pages that follow no board live: whoever comes back to them reads them again.
import { useEffect, useRef } from 'react';

export function useOnReturn(read: () => void): void {
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && latest.current();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
}
