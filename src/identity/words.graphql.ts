// The words of identity that GraphQL knows: tiers, languages, roles, sides.
import { MEMBER_ROLES, STAFF_ROLES } from '../platform/actor.js';
import { wordsEnum } from '../platform/graphql/index.js';
import { TIERS } from './company.entity.js';
import { AVATAR_COLORS, LOCALES } from './person.entity.js';

export const LocaleEnum = wordsEnum('Locale', LOCALES);

export const StaffRoleEnum = wordsEnum('StaffRole', STAFF_ROLES);

export const MemberRoleEnum = wordsEnum(
  'MemberRole',
  MEMBER_ROLES,
  'OWNER invites, MEMBER writes, READER only reads.',
);

export const SideEnum = wordsEnum(
  'Side',
  ['CONTACT', 'STAFF'] as const,
  'CONTACT: the client company. STAFF: us.',
);

export const AvatarColorEnum = wordsEnum('AvatarColor', AVATAR_COLORS, 'The colour of a person’s mark.');

export const TierEnum = wordsEnum('Tier', TIERS, 'The tier of a client company.');
