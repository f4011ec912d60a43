// Looks while somebody writes whether a text points at somebody, and once more before it is sent.
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { FindingsQuery } from './boards.gql';
import { byPart, carried, type Finding, joined } from './care';

/** So long after the last key a text is looked through. */
const PAUSE_MS = 700;

export function useCare(parts: readonly string[]) {
  const client = useClient();
  const text = joined(parts);
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const [known, setKnown] = useState<{ text: string; findings: readonly Finding[] }>({
    text: '',
    findings: [],
  });
  const ask = (asked: string) =>
    client.query(FindingsQuery, { text: asked }, { requestPolicy: 'network-only' }).toPromise();
  useEffect(() => {
    if (settled.trim() === '') return setKnown({ text: settled, findings: [] });
    let wanted = true;
    // Where it cannot be asked now it is asked before sending, which then says what is wrong.
    void ask(settled).then(({ data }) => {
      if (wanted && data) setKnown({ text: settled, findings: data.boardTextFindings });
    });
    return () => {
      wanted = false;
    };
  }, [settled]);
  const findings = useMemo(() => carried(known.findings, known.text, text), [known, text]);
  return {
    /** For each part what was found in it. */
    findings: useMemo(() => byPart(parts, findings), [text, findings]),
    /** Before sending: how many are left, or why it could not be asked. */
    check: async (): Promise<number | CombinedError> => {
      const { data, error } = await ask(text);
      if (error) return error;
      setKnown({ text, findings: data?.boardTextFindings ?? [] });
      return data?.boardTextFindings.length ?? 0;
    },
  };
}
