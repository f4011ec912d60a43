// What classification announces.
import { defineEvent } from '../../platform/database/index.js';

/** The stored model could not be read by this version: what people had decided is to be learnt again. */
export const classifierForgot = defineEvent<Record<string, never>>('ClassifierForgot');
