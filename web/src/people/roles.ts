// The roles of a space, most rights first.
import type { MemberRole } from '../gql/words';

export const MEMBER_ROLES: readonly MemberRole[] = ['OWNER', 'MEMBER', 'READER'];
