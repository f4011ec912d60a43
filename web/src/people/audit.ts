// A row of the trail, and its sentence in the reader's language.
import { graphql, type ResultOf } from '../gql/graphql';
import type { MemberRole, StaffRole } from '../gql/words';
import type { PageWords } from '../words/pages';

export const EntryParts = graphql(`
  fragment EntryParts on AuditEntry @_unmask {
    id
    at
    action
    from
    role
    reason
    email
    otherName
    count
    actor {
      id
      name
    }
    person {
      id
      name
    }
    company {
      id
      name
    }
    successor {
      id
      name
    }
  }
`);

export const AuditTrail = graphql(
  `
    query AuditTrail(
      $personId: ID
      $action: AuditAction
      $from: DateTime
      $to: DateTime
      $first: Int!
      $after: String
    ) {
      auditTrail(personId: $personId, action: $action, from: $from, to: $to, first: $first, after: $after) {
        edges {
          cursor
          node {
            ...EntryParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [EntryParts],
);

export type Entry = ResultOf<typeof EntryParts>;

/** A role of either side by its name; a word that is none stays as it is. */
const roleIn = ({ shell }: PageWords, role: string | null): string =>
  role ? (shell.roles[role as StaffRole] ?? shell.memberRoles[role as MemberRole] ?? role) : '';

export function tellEntry(words: PageWords, entry: Entry): string {
  const { audit } = words;
  const what = audit.told[entry.action]({
    person: entry.person?.name ?? '',
    company: entry.company?.name ?? '',
    role: roleIn(words, entry.role),
    from: roleIn(words, entry.from),
    other: entry.otherName ?? entry.successor?.name ?? '',
    email: entry.email ?? '',
    count: entry.count ?? 0,
  });
  return entry.actor ? audit.did(entry.actor.name, what) : audit.itself(what);
}

/** A row of the file: what the page says, and its parts in columns of their own. */
export const cellsOf = (words: PageWords, entry: Entry): string[] => [
  entry.at,
  entry.actor?.name ?? '',
  words.audit.actions[entry.action],
  tellEntry(words, entry),
  entry.person?.name ?? '',
  entry.company?.name ?? '',
  roleIn(words, entry.from),
  roleIn(words, entry.role),
  entry.email ?? '',
  entry.reason ?? '',
];
