// The words in the browser's tab; the ones before come back when the page is left.
import { useEffect } from 'react';

export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (!title) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
