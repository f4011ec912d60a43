// What threads announce: ids only; whoever wants more reads it.
import { defineEvent } from '../platform/database/index.js';

export const threadOpened = defineEvent<{ threadId: string; spaceId: string; side: 'CONTACT' | 'STAFF' }>(
  'ThreadOpened',
);
export const messagePosted = defineEvent<{ threadId: string; messageId: string; side: 'CONTACT' | 'STAFF' }>(
  'MessagePosted',
);
export const messageEdited = defineEvent<{ threadId: string; messageId: string }>('MessageEdited');
export const threadResolved = defineEvent<{ threadId: string }>('ThreadResolved');
export const threadReopened = defineEvent<{ threadId: string }>('ThreadReopened');
export const threadClosed = defineEvent<{ threadId: string }>('ThreadClosed');
export const threadAssigned = defineEvent<{ threadId: string; assigneeId: string | null }>('ThreadAssigned');
export const noteWritten = defineEvent<{ threadId: string; noteId: string }>('NoteWritten');
/** A batch of history; who counts it does so in the same transaction. */
export const threadsImported = defineEvent<{ threadIds: string[] }>('ThreadsImported');
