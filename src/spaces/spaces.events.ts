// What spaces announce.
import { defineEvent } from '../platform/database/index.js';

export const spaceOpened = defineEvent<{ spaceId: string; companyId: string }>('SpaceOpened');
export const memberChanged = defineEvent<{ spaceId: string; personId: string }>('MemberChanged');

/** Topic of everything in a space that its contacts may know. */
export const spaceTopic = (spaceId: string): string => `space:${spaceId}`;

/** Topic of everything that only staff may know, and of all spaces at once. */
export const STAFF_TOPIC = 'staff';

/** Topic of one person's own things, such as what they have read on another device. */
export const personTopic = (personId: string): string => `person:${personId}`;
