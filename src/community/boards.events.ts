// What the boards announce: days, and what our team itself did. Nothing is announced at the moment at which a client writes.
import { defineEvent } from '../platform/database/index.js';

/**
 * A day of the boards is over ('YYYY-MM-DD', in the installation's zone), and with it all since `since`, that day included;
 * null: all that is there.
 */
export const boardDayOver = defineEvent<{ since: string | null; through: string }>('BoardDayOver');

/** Something was said in a thread on a board with names; of anonymous boards there is no such event. */
export const saidUnderName = defineEvent<{ threadId: string; postId: string }>('SaidUnderName');

/** Our team would like to see these answers as help articles. */
export const boardAnswersOffered = defineEvent<{ postIds: string[] }>('BoardAnswersOffered');
