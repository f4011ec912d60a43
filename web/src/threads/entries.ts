// How a timeline is told: days, groups of one writer, and only those changes that say more than the message beside them.
import { dateOf } from '../words/dates';
import type { ChangeItem, Entry, MessageItem, NoteItem } from './threads.gql';

export type Told =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'said'; key: string; entry: MessageItem | NoteItem; first: boolean }
  | { kind: 'change'; key: string; entry: ChangeItem; reopened: boolean };

/** Messages of one writer within this time stand together. */
const TOGETHER_MS = 5 * 60_000;

export const momentOf = (entry: Entry): string =>
  entry.__typename === 'ThreadChange' ? entry.at : entry.createdAt;

/** `entries` newest first; `newFrom`: the seq from which messages were unread when the page was opened. */
export function tell(entries: readonly Entry[], newFrom: number | null): Told[] {
  const told: Told[] = [];
  let day = '';
  let state: ChangeItem['state'] = null;
  let before: MessageItem | NoteItem | null = null;
  let newShown = newFrom === null;
  for (const entry of [...entries].reverse()) {
    const at = momentOf(entry);
    const wasResolved = state === 'RESOLVED';
    if (entry.__typename === 'ThreadChange') {
      if (entry.state) state = entry.state;
      // Every reply turns the state; only the end, the reopening and the person in charge are news.
      if ((entry.state === 'OPEN' || entry.state === 'WAITING_FOR_CLIENT') && !wasResolved) continue;
    }
    const today = dateOf(at);
    if (today !== day) {
      told.push({ kind: 'day', key: `day ${today}`, at });
      day = today;
      before = null;
    }
    if (entry.__typename === 'ThreadChange') {
      const reopened = entry.state === 'OPEN' || entry.state === 'WAITING_FOR_CLIENT';
      told.push({ kind: 'change', key: entry.id, entry, reopened });
      before = null;
      continue;
    }
    if (!newShown && entry.__typename === 'Message' && entry.seq >= (newFrom ?? 0)) {
      told.push({ kind: 'new', key: 'new' });
      newShown = true;
      before = null;
    }
    told.push({
      kind: 'said',
      key: entry.id,
      entry,
      first: !follows(before, entry),
    });
    before = entry;
  }
  return told;
}

function follows(before: MessageItem | NoteItem | null, entry: MessageItem | NoteItem): boolean {
  return (
    before !== null &&
    before.__typename === entry.__typename &&
    before.author.id === entry.author.id &&
    new Date(entry.createdAt).getTime() - new Date(before.createdAt).getTime() < TOGETHER_MS
  );
}

/** The number of the newest message that is loaded. */
export const lastSeqOf = (entries: readonly Entry[]): number =>
  entries.reduce((last, entry) => (entry.__typename === 'Message' ? Math.max(last, entry.seq) : last), 0);
