// Places on a thread's page that upper features fill; threads know nothing of them.
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** `keys`: the part answers to keyboard shortcuts, as in the inbox. */
export type ThreadPartProps = { threadId: string; keys: boolean };

type Slots = { voc: ComponentType<ThreadPartProps> | null };

const SlotsContext = createContext<Slots>({ voc: null });

export function ThreadSlots({ slots, children }: { slots: Slots; children: ReactNode }) {
  return <SlotsContext value={slots}>{children}</SlotsContext>;
}

export const useThreadSlots = (): Slots => useContext(SlotsContext);
