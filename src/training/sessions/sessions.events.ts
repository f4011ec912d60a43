// What sessions announce.
import { defineEvent } from '../../platform/database/index.js';

/** It is over and its list of who was there is final: what participants practise next hangs on it. */
export const sessionEnded = defineEvent<{ trainingSessionId: string }>('SessionEnded');

/** Somebody said, or changed, what they thought of a session. */
export const feedbackGiven = defineEvent<{ feedbackId: string }>('FeedbackGiven');
