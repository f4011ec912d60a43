// What threads announce: ids only; whoever wants more reads it.
import { type Transaction, defineEvent, newId } from '../platform/database/index.js';

export const threadOpened = defineEvent<{ threadId: string; spaceId: string; side: 'CONTACT' | 'STAFF' }>(
  'ThreadOpened',
);
export const messagePosted = defineEvent<{
  threadId: string;
  messageId: string;
  side: 'CONTACT' | 'STAFF';
  mentionIds: string[];
}>('MessagePosted');
export const messageEdited = defineEvent<{ threadId: string; messageId: string }>('MessageEdited');
/** `messageId`: resolved with these words; null: without a word. `eventId` is this resolution's own. */
export const threadResolved = defineEvent<{
  threadId: string;
  eventId: string;
  by: string;
  /** ISO 8601. */
  at: string;
  messageId: string | null;
}>('ThreadResolved');
export const threadReopened = defineEvent<{ threadId: string }>('ThreadReopened');
export const threadClosed = defineEvent<{ threadId: string }>('ThreadClosed');
/** `eventId` is this assignment's own: the same colleague may be given the same thread again. */
export const threadAssigned = defineEvent<{
  threadId: string;
  eventId: string;
  by: string;
  /** ISO 8601. */
  at: string;
  /** False: something was taken back, and nobody is told. */
  told?: boolean;
  assigneeId: string | null;
}>('ThreadAssigned');
export const noteWritten = defineEvent<{ threadId: string; noteId: string; mentionIds: string[] }>(
  'NoteWritten',
);
/** Threads that stand in another company's space now, because two companies turned out to be one, or did not. */
export const threadsMoved = defineEvent<{ threadIds: string[] }>('ThreadsMoved');
/** A batch of history; who counts it does so in the same transaction. `decided`: categories that people gave. */
export const threadsImported = defineEvent<{
  threadIds: string[];
  decided: { threadId: string; category: string }[];
}>('ThreadsImported');

/** Why somebody wants a thread of history to stay. */
export type KeptThread = {
  threadId: string;
  why: 'ANSWERED' | 'FOLLOWED' | 'CHANGED' | 'REVIEWED' | 'LINKED';
};
/** History may be taken back: whoever knows of people's work on one of these threads adds it to `kept`. */
export const takingBackAsked = defineEvent<{ threadIds: string[]; kept: KeptThread[] }>('TakingBackAsked');
/** These threads go now, in this transaction: whoever keeps rows of them deletes them first. */
export const threadsTakenBack = defineEvent<{ threadIds: string[] }>('ThreadsTakenBack');

/** The part of an event that says who did it, when, and which of several doings it was. */
export const byNow = (tx: Transaction): { eventId: string; by: string; at: string } => ({
  eventId: newId(),
  by: tx.person,
  at: tx.at.toISOString(),
});
