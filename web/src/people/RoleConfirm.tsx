// Gives a colleague another role; who becomes a planner hands on what they have in hand.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import type { StaffRole } from '../gql/words';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { countOf, OpenThreadsParts, OpenWork } from './OpenWork';
import { announce } from './refusals';
import { Successor } from './Successor';

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
const AssignedWork = graphql(
  `
    query AssignedWork($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Person {
          openWork {
            assigned {
              ...OpenThreadsParts
            }
          }
        }
      }
    }
  `,
  [OpenThreadsParts],
);

type Props = {
  person: { id: string; name: string };
  role: StaffRole;
  onClose: () => void;
  onChanged: () => void;
};

export function RoleConfirm({ person, role, onClose, onChanged }: Props) {
  const words = usePageWords();
  const { leaving, people, shell } = words;
  const [, changeRole] = useMutation(ChangeStaffRole);
  const [{ data }] = useQuery({
    query: AssignedWork,
    variables: { id: person.id },
    pause: role !== 'PLANNER',
    requestPolicy: 'network-only',
  });
  const [successor, setSuccessor] = useState<string | null>(null);
  const assigned = data?.node?.__typename === 'Person' ? data.node.openWork.assigned : [];
  const inHand = countOf(assigned);
  return (
    <Confirm
      title={people.list.roleTitle(person.name, shell.roles[role])}
      go={people.list.roleGo}
      ready={role !== 'PLANNER' || data !== undefined}
      onClose={onClose}
      onGo={async () => {
        const { error } = await changeRole({
          input: { personId: person.id, role, successorId: successor },
        });
        if (error) return error;
        announce(words, people.members.roleChanged(person.name, shell.roles[role]));
        onChanged();
      }}
    >
      <Text size="sm">{people.list.roleText}</Text>
      {inHand > 0 && (
        <>
          <Text size="sm">{leaving.roleText}</Text>
          <OpenWork title={leaving.assigned(inHand)} groups={assigned} />
          <Successor leaving={person.id} value={successor} onChange={setSuccessor} />
        </>
      )}
    </Confirm>
  );
}
