// What spaces announce.
import { defineEvent } from '../platform/database/index.js';

export const spaceOpened = defineEvent<{ spaceId: string; companyId: string }>('SpaceOpened');
export const memberChanged = defineEvent<{ spaceId: string; personId: string }>('MemberChanged');

type SpaceMerge = { mergeId: string; keptSpaceId: string; duplicateSpaceId: string };

/** The duplicate space is gone when this transaction ends: whoever keeps rows in it moves them now. Said twice. */
export const spacesMerged = defineEvent<SpaceMerge>('SpacesMerged');
/** The duplicate space is there again; what came from it goes back. */
export const spacesMergeUndone = defineEvent<SpaceMerge>('SpacesMergeUndone');

/** Working hours or days are others from now on: of all who have a calendar, or of one company. */
export const calendarChanged = defineEvent<{ calendarId: string } | { companyId: string }>('CalendarChanged');

/** Topic of everything in a space that its contacts may know. */
export const spaceTopic = (spaceId: string): string => `space:${spaceId}`;

/** Topic of everything that only staff may know, and of all spaces at once. */
export const STAFF_TOPIC = 'staff';
