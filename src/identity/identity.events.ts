// What identity announces.
import { defineEvent } from '../platform/database/index.js';

export const companyCreated = defineEvent<{ companyId: string }>('CompanyCreated');

/** `role` is what the invitation asked for; null leaves it to the space. */
export const contactJoined = defineEvent<{ companyId: string; personId: string; role: string | null }>(
  'ContactJoined',
);

export const contactLeft = defineEvent<{ companyId: string; personId: string }>('ContactLeft');

export const staffJoined = defineEvent<{ personId: string }>('StaffJoined');

export const personDeactivated = defineEvent<{ personId: string }>('PersonDeactivated');
