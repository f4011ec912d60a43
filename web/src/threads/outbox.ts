// Messages on their way: shown at once, sent one after the other, never lost; a refusal keeps the text.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Client, type CombinedError, useClient } from 'urql';
import { mayPass } from '../session/client';
import { useConnection } from '../session/live';
import { useSignedIn } from '../session/me';
import { keep, kept } from './drafts';
import type { SentFile } from './upload';
import { PostMessage, WriteNote } from './threads.gql';

export type Mode = 'message' | 'note';
export type Afterwards = 'WAIT_FOR_CLIENT' | 'KEEP_OPEN' | 'RESOLVE';

export type Outgoing = {
  /** Also its idempotency key: sent twice, it is posted once. */
  id: string;
  mode: Mode;
  body: string;
  files: SentFile[];
  afterwards: Afterwards | null;
  reopens: boolean | null;
  openToPlanners: boolean;
  /** People named behind an @. */
  mentionIds: string[];
  at: string;
  status: 'sending' | 'refused' | 'offline';
  error: CombinedError | null;
  /** The message that came of it; from then on the timeline shows that one. */
  sentId: string | null;
};

export type NewOutgoing = Pick<
  Outgoing,
  'mode' | 'body' | 'files' | 'afterwards' | 'reopens' | 'openToPlanners' | 'mentionIds'
>;
type Sent = { threadId: string };

/** While the socket stands nobody tells when the server can work again: it is asked, less often each time. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

class Outbox {
  private items: readonly Outgoing[];
  private readonly listeners = new Set<() => void>();
  private chain: Promise<unknown> = Promise.resolve();
  private pause = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Set by the page that shows this thread now. */
  onSent: (sent: Sent) => Promise<void> = async () => {};

  constructor(
    private readonly client: Client,
    private readonly name: string,
    private readonly threadId: string,
  ) {
    // What a reload interrupted may or may not have arrived; its key makes a second try harmless.
    this.items = kept<Outgoing[]>(name, []).map((item) => ({
      ...item,
      files: item.files ?? [],
      status: 'offline',
      error: null,
    }));
  }

  readonly get = () => this.items;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get sending(): boolean {
    return this.items.some(({ status }) => status === 'sending');
  }

  send(input: NewOutgoing): void {
    const item: Outgoing = {
      ...input,
      id: crypto.randomUUID(),
      at: new Date().toISOString(),
      status: 'sending',
      error: null,
      sentId: null,
    };
    this.set([...this.items, item]);
    this.queue(item);
  }

  retry(id: string): void {
    const item = this.items.find((each) => each.id === id);
    if (!item || item.status === 'sending') return;
    this.change(id, { status: 'sending', error: null });
    this.queue(item);
  }

  /** All that waits, in the order in which it was said. */
  retryOffline(): void {
    clearTimeout(this.timer);
    for (const { id, status } of this.items) if (status === 'offline') this.retry(id);
  }

  drop(id: string): void {
    this.set(this.items.filter((item) => item.id !== id));
  }

  private queue(item: Outgoing): void {
    this.chain = this.chain.then(() => this.transmit(item));
  }

  private async transmit(item: Outgoing): Promise<void> {
    // What was said before has not left yet: nothing overtakes it.
    if (this.waitsBehind(item)) return this.change(item.id, { status: 'offline' });
    const { error, threadId, sentId } = await this.post(item);
    if (error) {
      const offline = mayPass(error);
      this.change(item.id, { status: offline ? 'offline' : 'refused', error });
      if (offline) this.tryLater();
      return;
    }
    this.pause = FIRST_PAUSE_MS;
    this.change(item.id, { sentId });
    await this.onSent({ threadId: threadId ?? this.threadId });
    this.drop(item.id);
  }

  private waitsBehind({ id }: Outgoing): boolean {
    const before = this.items.slice(
      0,
      this.items.findIndex((each) => each.id === id),
    );
    return before.some(({ status }) => status === 'offline');
  }

  private tryLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retryOffline(), this.pause);
    this.pause = Math.min(LONGEST_PAUSE_MS, this.pause * 2);
  }

  private async post(item: Outgoing) {
    const { id, mode, body, files, afterwards, reopens, openToPlanners, mentionIds } = item;
    const attachmentIds = files.map((file) => file.id);
    const input = { threadId: this.threadId, body, attachmentIds, mentionIds, idempotencyKey: id };
    if (mode === 'note') {
      const { data, error } = await this.client
        .mutation(WriteNote, { input: { ...input, openToPlanners } })
        .toPromise();
      return {
        error,
        threadId: this.threadId,
        sentId: data?.writeNote.note.id ?? null,
      };
    }
    const { data, error } = await this.client
      .mutation(PostMessage, { input: { ...input, afterwards, reopens } })
      .toPromise();
    return {
      error,
      threadId: data?.postMessage.thread.id,
      sentId: data?.postMessage.message.id ?? null,
    };
  }

  private change(id: string, change: Partial<Outgoing>): void {
    this.set(this.items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  private set(items: readonly Outgoing[]): void {
    this.items = items;
    const unsent = items.filter(({ sentId }) => !sentId).map((item) => ({ ...item, error: null }));
    keep(this.name, unsent.length ? unsent : null);
    for (const listener of this.listeners) listener();
  }
}

/** One per thread and session, so that sending goes on while another thread is looked at. */
const outboxes = new WeakMap<Client, Map<string, Outbox>>();

function outboxOf(client: Client, personId: string, threadId: string): Outbox {
  const all = outboxes.get(client) ?? new Map<string, Outbox>();
  outboxes.set(client, all);
  const outbox = all.get(threadId) ?? new Outbox(client, `hotline.outbox.${personId}.${threadId}`, threadId);
  all.set(threadId, outbox);
  return outbox;
}

/** `onSent` reads the thread again, or goes to the one that followed a closed thread. */
export function useOutbox(threadId: string, onSent: (sent: Sent) => Promise<void>) {
  const client = useClient();
  const { person } = useSignedIn();
  const outbox = outboxOf(client, person.id, threadId);
  const items = useSyncExternalStore(outbox.subscribe, outbox.get);
  const latest = useRef(onSent);
  latest.current = onSent;
  useEffect(() => {
    const here = (sent: Sent) => latest.current(sent);
    outbox.onSent = here;
    return () => {
      if (outbox.onSent === here) outbox.onSent = async () => {};
    };
  }, [outbox]);
  // What could not leave goes by itself when the connection is back.
  const connection = useConnection();
  useEffect(() => {
    if (connection === 'online') outbox.retryOffline();
  }, [connection, outbox]);
  return { items, outbox };
}
