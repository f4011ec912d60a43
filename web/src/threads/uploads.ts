// Files beside a draft: uploaded at once, two at a time; what is there survives a reload, since it is only an id.
import { useSyncExternalStore } from 'react';
import { type Client, useClient } from 'urql';
import { keep, kept } from './drafts';
import { type SentFile, type UploadEnd, upload } from './upload';

export const MOST_FILES = 10;

const AT_ONCE = 2;

/** The server forgets unsent uploads after a day; an hour is left for sending. */
const KEPT_MS = 23 * 3_600_000;

/** What the file is stays as it is, however often it is sent. */
const FINAL = new Set(['TOO_LARGE', 'EMPTY', 'TYPE', 'HEIC', 'MISMATCH', 'NOT_TEXT', 'PICTURE', 'PIXELS']);

export type FileItem = {
  key: string;
  name: string;
  bytes: number;
  /** A picture to look at before it is there. */
  preview: string | null;
  status: 'waiting' | 'sending' | 'done' | 'refused';
  /** 0 to 1. */
  progress: number;
  reason: string | null;
  sent: SentFile | null;
};

type Kept = { sent: SentFile; at: number };

class Uploads {
  private items: readonly FileItem[];
  private readonly listeners = new Set<() => void>();
  private readonly files = new Map<string, { file: File; spaceId: string }>();
  private readonly cancels = new Map<string, () => void>();
  private readonly since = new Map<string, number>();

  constructor(private readonly name: string) {
    this.items = kept<Kept[]>(name, []).map(({ sent, at }) => {
      this.since.set(sent.id, at);
      const old = Date.now() - at > KEPT_MS;
      return { ...itemOf(sent), ...(old ? { status: 'refused', reason: 'EXPIRED', sent: null } : {}) };
    });
  }

  readonly get = () => this.items;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Returns false when some were left out because there are too many. */
  readonly add = (files: readonly File[], spaceId: string, limitMb: number): boolean => {
    const room = Math.max(0, MOST_FILES - this.items.length);
    const fresh = files.slice(0, room).map((file): FileItem => {
      const key = crypto.randomUUID();
      const large = file.size > limitMb * 1_048_576;
      this.files.set(key, { file, spaceId });
      return {
        key,
        name: file.name,
        bytes: file.size,
        preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
        status: large ? 'refused' : 'waiting',
        progress: 0,
        reason: large ? 'TOO_LARGE' : null,
        sent: null,
      };
    });
    this.set([...this.items, ...fresh]);
    this.next();
    return files.length <= room;
  };

  readonly retry = (key: string): void => {
    this.change(key, { status: 'waiting', progress: 0, reason: null });
    this.next();
  };

  readonly remove = (key: string): void => {
    this.cancels.get(key)?.();
    this.forget(key);
    this.set(this.items.filter((item) => item.key !== key));
    this.next();
  };

  /** Whether the file itself is still here, and its refusal may pass. */
  readonly canRetry = ({ key, reason }: FileItem): boolean => this.files.has(key) && !FINAL.has(reason ?? '');

  /** Empties the list for sending. */
  readonly take = (): SentFile[] => {
    const sent = this.items.flatMap((item) => item.sent ?? []);
    for (const { key } of this.items) this.forget(key);
    this.set([]);
    return sent;
  };

  /** What could not be sent comes back. */
  readonly putBack = (files: readonly SentFile[]): void => {
    const here = new Set(this.items.map(({ sent }) => sent?.id));
    this.set([...files.filter(({ id }) => !here.has(id)).map(itemOf), ...this.items]);
  };

  private next(): void {
    const sending = this.items.filter(({ status }) => status === 'sending').length;
    for (const { key } of this.items.filter(({ status }) => status === 'waiting').slice(0, AT_ONCE - sending))
      this.send(key);
  }

  private send(key: string): void {
    const source = this.files.get(key);
    if (!source) return;
    this.change(key, { status: 'sending' });
    const cancel = upload(
      source.file,
      source.spaceId,
      (progress) => this.change(key, { progress }),
      (end) => this.end(key, end),
    );
    this.cancels.set(key, cancel);
  }

  private end(key: string, end: UploadEnd): void {
    this.cancels.delete(key);
    if ('sent' in end) {
      const { name, bytes } = end.sent;
      this.since.set(end.sent.id, Date.now());
      this.change(key, { status: 'done', progress: 1, sent: end.sent, name, bytes });
    } else {
      this.change(key, { status: 'refused', reason: end.reason });
    }
    this.next();
  }

  private forget(key: string): void {
    const preview = this.items.find((item) => item.key === key)?.preview;
    if (preview?.startsWith('blob:')) URL.revokeObjectURL(preview);
    this.files.delete(key);
    this.cancels.delete(key);
  }

  private change(key: string, change: Partial<FileItem>): void {
    this.set(this.items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  private set(items: readonly FileItem[]): void {
    this.items = items;
    const done = items.flatMap(({ sent }): Kept[] =>
      sent ? [{ sent, at: this.since.get(sent.id) ?? Date.now() }] : [],
    );
    keep(this.name, done.length ? done : null);
    for (const listener of this.listeners) listener();
  }
}

const itemOf = (sent: SentFile): FileItem => ({
  key: sent.id,
  name: sent.name,
  bytes: sent.bytes,
  preview: sent.thumbnailUrl,
  status: 'done',
  progress: 1,
  reason: null,
  sent,
});

/** One list per place and session, so that an upload goes on while another thread is looked at. */
const lists = new WeakMap<Client, Map<string, Uploads>>();

export type FileList = ReturnType<typeof useUploads>;

/** The files of one place, such as a thread's note field. */
export function useUploads(personId: string, place: string) {
  const client = useClient();
  const name = `hotline.files.${personId}.${place}`;
  const all = lists.get(client) ?? new Map<string, Uploads>();
  lists.set(client, all);
  const list = all.get(name) ?? new Uploads(name);
  all.set(name, list);
  const items = useSyncExternalStore(list.subscribe, list.get);
  return {
    items,
    busy: items.some(({ status }) => status === 'waiting' || status === 'sending'),
    failed: items.some(({ status }) => status === 'refused'),
    list,
  };
}
