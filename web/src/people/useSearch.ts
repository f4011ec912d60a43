// The text of a search: asked for after a short pause, kept in the address so that going back finds it again.
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

export function useSearch() {
  const [parameters, setParameters] = useSearchParams();
  const [text, setText] = useState(() => parameters.get('q') ?? '');
  const [search] = useDebouncedValue(text.trim().slice(0, 100), 180);
  const kept = parameters.get('q') ?? '';
  useEffect(() => {
    if (search === kept) return;
    setParameters(
      (old) => {
        if (search) old.set('q', search);
        else old.delete('q');
        return old;
      },
      { replace: true },
    );
  }, [search, kept, setParameters]);
  return { text, setText, search };
}
