// What the weekly report announces.
import { defineEvent } from '../../platform/database/index.js';

export const weeklyReportPublished = defineEvent<{ reportId: string }>('WeeklyReportPublished');
