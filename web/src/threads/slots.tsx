// Places on a thread's page that upper features fill; threads know nothing of them.
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** `keys`: the part answers to keyboard shortcuts, as in the inbox. */
export type ThreadPartProps = { threadId: string; keys: boolean };

/** Below a message of a client that is not its thread's first. */
export type MessagePartProps = { threadId: string; messageId: string };

/** In the head: what the thread is about, where it is about something. */
export type ThreadAboutProps = { threadId: string };

type Slots = {
  voc: ComponentType<ThreadPartProps> | null;
  message: ComponentType<MessagePartProps> | null;
  about: ComponentType<ThreadAboutProps> | null;
};

const SlotsContext = createContext<Slots>({ voc: null, message: null, about: null });

export function ThreadSlots({ slots, children }: { slots: Slots; children: ReactNode }) {
  return <SlotsContext value={slots}>{children}</SlotsContext>;
}

export const useThreadSlots = (): Slots => useContext(SlotsContext);
