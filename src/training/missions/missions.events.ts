// What missions announce.
import { defineEvent } from '../../platform/database/index.js';

/** A step of this project has passed: somebody may be done with all of it. */
export const stepPassed = defineEvent<{ trainingProjectId: string }>('MissionStepPassed');
