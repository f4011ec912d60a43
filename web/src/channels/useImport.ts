// One import as it stands now: read again whenever it has got on.
import { useCallback, useState } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useMutation, useQuery } from 'urql';
import { refusalOf } from '../session/client';
import { useHints } from '../session/live';
import { type ImportWords, useImportWords } from '../words/importing';
import { sayRefusal } from '../people/refusals';
import { ImportQuery } from './importing.gql';

export function useImport(id: string) {
  const [{ data, error, fetching }, ask] = useQuery({ query: ImportQuery, variables: { id } });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useHints(({ kind }) => kind === 'IMPORT', again);
  return {
    import: data?.import,
    gone: refusalOf(error)?.code === 'NOT_FOUND',
    failed: Boolean(error),
    fetching,
    again,
  };
}

export const sayImportRefusal = (words: ImportWords, error: CombinedError): string | null =>
  words.importing.refused[refusalOf(error)?.reason ?? ''] ?? sayRefusal(words, error);

/** A step that a button asks for: whether it is on its way, and why it was refused. */
export function useStep<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const words = useImportWords();
  const [{ fetching }, run] = useMutation(document);
  const [refused, setRefused] = useState<string | null>(null);
  const go = async (variables: Variables): Promise<boolean> => {
    setRefused(null);
    const { error } = await run(variables);
    if (error) setRefused(sayImportRefusal(words, error));
    return !error;
  };
  return { go, busy: fetching, refused };
}
