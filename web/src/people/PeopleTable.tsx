// People in rows; on the phone each is a card. Roles change and access ends only after a question.
import { Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import type { StaffRole } from '../gql/words';
import { useWords } from '../words/words';
import { Confirm } from './Confirm';
import classes from './people.module.css';
import { type PeopleRow, PersonRow } from './PersonRow';
import { AccessConfirm } from './AccessConfirm';
import { announce } from './refusals';

const ChangeStaffRole = graphql(`
  mutation ChangeStaffRole($input: ChangeStaffRoleInput!) {
    changeStaffRole(input: $input) {
      person {
        id
        staffRole
      }
    }
  }
`);

export function PeopleTable({
  people: rows,
  onChanged,
}: {
  people: readonly PeopleRow[];
  onChanged: () => void;
}) {
  const words = useWords();
  const { people, shell } = words;
  const [, changeRole] = useMutation(ChangeStaffRole);
  const [changing, setChanging] = useState<{ person: PeopleRow; role: StaffRole } | null>(null);
  const [access, setAccess] = useState<PeopleRow | null>(null);
  return (
    <>
      <Table className={classes.table} role="table" aria-label={people.list.title}>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            <Table.Th role="columnheader">{people.columns.name}</Table.Th>
            <Table.Th role="columnheader">{people.columns.email}</Table.Th>
            <Table.Th role="columnheader">{people.columns.role}</Table.Th>
            <Table.Th role="columnheader">{people.columns.state}</Table.Th>
            <Table.Th role="columnheader">
              <VisuallyHidden>{people.columns.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              onRole={(role) => setChanging({ person, role })}
              onAccess={() => setAccess(person)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {changing && (
        <Confirm
          title={people.list.roleTitle(changing.person.name, shell.roles[changing.role])}
          go={people.list.roleGo}
          onClose={() => setChanging(null)}
          onGo={async () => {
            const { error } = await changeRole({
              input: { personId: changing.person.id, role: changing.role },
            });
            if (error) return error;
            announce(words, people.members.roleChanged(changing.person.name, shell.roles[changing.role]));
            onChanged();
          }}
        >
          {people.list.roleText}
        </Confirm>
      )}
      {access && <AccessConfirm person={access} onClose={() => setAccess(null)} onChanged={onChanged} />}
    </>
  );
}
