// People in rows; on the phone each is a card. Roles change and access ends only after a question.
import { Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { StaffRole } from '../gql/words';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';
import { type PeopleRow, PersonRow } from './PersonRow';
import { Erase } from './Erase';
import { useExport } from './exportData';
import { AccessConfirm } from './AccessConfirm';
import { MergeDialog } from './MergeDialog';
import { RoleConfirm } from './RoleConfirm';
import { SessionsConfirm } from './SessionsConfirm';

export function PeopleTable({
  people: rows,
  onChanged,
}: {
  people: readonly PeopleRow[];
  onChanged: () => void;
}) {
  const { people } = usePageWords();
  const [changing, setChanging] = useState<{ person: PeopleRow; role: StaffRole } | null>(null);
  const [access, setAccess] = useState<PeopleRow | null>(null);
  const [leaving, setLeaving] = useState<PeopleRow | null>(null);
  const [merging, setMerging] = useState<PeopleRow | null>(null);
  const [erasing, setErasing] = useState<PeopleRow | null>(null);
  const { exportData } = useExport();
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
              onSessions={() => setLeaving(person)}
              onMerge={() => setMerging(person)}
              onExport={() => void exportData(person.id)}
              onErase={() => setErasing(person)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {changing && (
        <RoleConfirm
          person={changing.person}
          role={changing.role}
          onClose={() => setChanging(null)}
          onChanged={onChanged}
        />
      )}
      {merging && (
        <MergeDialog
          kind="PERSON"
          one={{ id: merging.id, name: merging.name, label: merging.email ?? '' }}
          onClose={() => setMerging(null)}
          onMerged={onChanged}
        />
      )}
      {leaving && <SessionsConfirm person={leaving} onClose={() => setLeaving(null)} />}
      {erasing && <Erase person={erasing} onClose={() => setErasing(null)} onChanged={onChanged} />}
      {access && <AccessConfirm person={access} onClose={() => setAccess(null)} onChanged={onChanged} />}
    </>
  );
}
