// Boards tell nobody that something was written: whoever comes back to the page reads it again.
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
