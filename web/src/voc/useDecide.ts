// Sends one decision about an item; answers with its new state or with the refusal.
import { useCallback } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Category } from '../gql/words';
import { refusalOf } from '../session/client';
import { Confirm, Correct, type Item, ItemQuery, Restore, SetArea, Withdraw } from './voc.gql';

export type WithdrawReason = NonNullable<Item['withdrawnReason']>;
export const REASONS: readonly WithdrawReason[] = ['NO_INQUIRY', 'THANKS', 'TEST', 'SPAM', 'DUPLICATE'];

export type Decision =
  | { kind: 'CONFIRM' }
  | { kind: 'CORRECT'; category: Category }
  | { kind: 'WITHDRAW'; reason: WithdrawReason }
  | { kind: 'RESTORE' }
  | { kind: 'AREA'; areaId: string | null };

export type Answer =
  { item: Item; error?: undefined } | { item?: undefined; error: CombinedError; newer: Item | null };

/** The category that a key chooses: the one that is there is confirmed, another corrects it. */
export const choose = (item: Item, category: Category): Decision =>
  item.category === category ? { kind: 'CONFIRM' } : { kind: 'CORRECT', category };

export function useDecide() {
  const client = useClient();
  return useCallback(
    async (item: Item, decision: Decision): Promise<Answer> => {
      const input = { itemId: item.id, version: item.version };
      const send = async () => {
        switch (decision.kind) {
          case 'CONFIRM': {
            const { data, error } = await client.mutation(Confirm, { input }).toPromise();
            return { item: data?.confirmVocItem.item, error };
          }
          case 'CORRECT': {
            const { data, error } = await client
              .mutation(Correct, { input: { ...input, category: decision.category } })
              .toPromise();
            return { item: data?.correctVocItem.item, error };
          }
          case 'WITHDRAW': {
            const { data, error } = await client
              .mutation(Withdraw, { input: { ...input, reason: decision.reason } })
              .toPromise();
            return { item: data?.withdrawVocItem.item, error };
          }
          case 'RESTORE': {
            const { data, error } = await client.mutation(Restore, { input }).toPromise();
            return { item: data?.restoreVocItem.item, error };
          }
          case 'AREA': {
            const { data, error } = await client
              .mutation(SetArea, { input: { ...input, productAreaId: decision.areaId } })
              .toPromise();
            return { item: data?.setVocItemArea.item, error };
          }
        }
      };
      const { item: after, error } = await send();
      if (after) return { item: after };
      // Refused because there is a newer state: fetch it, so that the reader sees what somebody else decided.
      const conflict = refusalOf(error)?.code === 'CONFLICT';
      const newer = conflict
        ? await client.query(ItemQuery, { id: item.id }, { requestPolicy: 'network-only' }).toPromise()
        : null;
      const node = newer?.data?.node;
      return { error: error as CombinedError, newer: node?.__typename === 'VocItem' ? node : null };
    },
    [client],
  );
}

/** What the item looks like once the decision holds, shown before the server answers. */
export function foresee(
  item: Item,
  decision: Decision,
  areas: readonly NonNullable<Item['productArea']>[] = [],
): Item {
  switch (decision.kind) {
    case 'CONFIRM':
      return { ...item, reviewed: true };
    case 'CORRECT':
      return { ...item, reviewed: true, category: decision.category };
    case 'WITHDRAW':
      return { ...item, reviewed: true, state: 'WITHDRAWN', withdrawnReason: decision.reason };
    case 'RESTORE':
      return { ...item, state: 'COUNTED', withdrawnReason: null };
    case 'AREA':
      return { ...item, productArea: areas.find(({ id }) => id === decision.areaId) ?? null };
  }
}
