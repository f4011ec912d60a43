// Which figure of the week is opened: kept in the address, so that it can be sent to a colleague.
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { CATEGORIES, CHANNELS, type Category, type Channel, TIERS, type Tier } from '../../gql/words';

export type Selection = {
  category: Category | null;
  channel: Channel | null;
  tier: Tier | null;
  /** A product area's id, or NONE. */
  area: string | null;
  company: string | null;
};

export type Part = keyof Selection;

const PARTS: readonly Part[] = ['category', 'channel', 'area', 'tier', 'company'];

const oneOf = <T extends string>(words: readonly T[], word: string | null): T | null =>
  words.find((each) => each === word) ?? null;

function readSelection(params: URLSearchParams): Selection {
  return {
    category: oneOf(CATEGORIES, params.get('category')),
    channel: oneOf(CHANNELS, params.get('channel')),
    tier: oneOf(TIERS, params.get('tier')),
    area: params.get('area'),
    company: params.get('company'),
  };
}

export function useSelection() {
  const [params] = useSearchParams();
  const selection = useMemo(() => readSelection(params), [params]);
  /** The address that opens one figure alone, so that its number equals its list. */
  const only = useCallback(
    (part: Part | null, value?: string) => (part && value ? `?${part}=${encodeURIComponent(value)}` : '?'),
    [],
  );
  /** The address without one of the chosen parts. */
  const without = useCallback(
    (part: Part) => {
      const rest = new URLSearchParams(params);
      rest.delete(part);
      return `?${rest}`;
    },
    [params],
  );
  const chosen = PARTS.filter((part) => selection[part] !== null);
  return { selection, chosen, only, without, search: params.size > 0 ? `?${params}` : '' };
}
