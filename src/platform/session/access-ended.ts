// Said to all processes when somebody may not be here any longer; each closes the sockets it holds.

/** Control topic of `Hub.control` and `tx.hint`. */
export const ACCESS_ENDED = 'access-ended';
export type AccessEnded = { personId: string /** null: all of the person's. */; sessionId: string | null };
