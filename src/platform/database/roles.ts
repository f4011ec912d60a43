// The three database roles under row-level security, and what to say when we may not make them.
import type { ClientBase } from 'pg';

export const DATABASE_ROLES = ['hotline_contact', 'hotline_staff', 'hotline_system'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** Raised when the database user may not create roles; the message names the statements to run. */
export class RolesMissing extends Error {
  constructor(statements: string[]) {
    super(
      'The database user may not create the roles this product works under. ' +
        `Ask an administrator of the database to run, then start again:\n${statements.map((each) => `  ${each}`).join('\n')}`,
    );
    this.name = 'RolesMissing';
  }
}

/** Makes the roles that are missing and lets the connected user act as each. */
export async function ensureRoles(client: ClientBase, again = 20): Promise<void> {
  const { rows } = await client.query<{ me: string; role: string; present: boolean; member: boolean }>(
    `select quote_ident(current_user) as me, role, r.oid is not null as present,
            case when r.oid is null then false else pg_has_role(current_user, r.oid, 'MEMBER') end as member
     from unnest($1::text[]) as role left join pg_roles r on r.rolname = role`,
    [DATABASE_ROLES],
  );
  const statements = rows.flatMap(({ me, role, present, member }) => [
    ...(present ? [] : [`create role ${role} nologin;`]),
    ...(member ? [] : [`grant ${role} to ${me};`]),
  ]);
  for (const statement of statements) {
    try {
      await client.query(statement);
    } catch (error) {
      const code = (error as { code?: string }).code;
      // Another process was quicker: the role is there, which is all we want.
      if (code === '42710' || code === '23505') continue;
      // Roles belong to all databases of a server, so another database's start may change the same one right now.
      if (code === 'XX000' && again > 0) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return ensureRoles(client, again - 1);
      }
      if (code === '42501') throw new RolesMissing(statements);
      throw error;
    }
  }
}
