// Ends a person's access, after naming what they have open, who takes it over and who owns their hotlines afterwards.
import { Loader, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { NewOwner } from './NewOwner';
import { countOf, OpenThreadsParts, OpenWork } from './OpenWork';
import { announce } from './refusals';
import { Successor } from './Successor';

const Leaving = graphql(
  `
    query Leaving($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Person {
          side
          openWork {
            assigned {
              ...OpenThreadsParts
            }
            started {
              ...OpenThreadsParts
            }
          }
          soleOwnerOf {
            id
            company {
              id
              name
            }
            members {
              side
              person {
                id
                name
                email
              }
            }
          }
        }
      }
    }
  `,
  [OpenThreadsParts],
);
const DeactivatePerson = graphql(`
  mutation DeactivatePerson($input: DeactivatePersonInput!) {
    deactivatePerson(input: $input) {
      person {
        id
        active
      }
    }
  }
`);

type Props = { person: { id: string; name: string }; onClose: () => void; onChanged: () => void };

export function LeavingConfirm({ person, onClose, onChanged }: Props) {
  const words = usePageWords();
  const { leaving, people } = words;
  const { list } = people;
  const [{ data, error }] = useQuery({
    query: Leaving,
    variables: { id: person.id },
    requestPolicy: 'network-only',
  });
  const [, deactivate] = useMutation(DeactivatePerson);
  const [successor, setSuccessor] = useState<string | null>(null);
  const [owners, setOwners] = useState<Record<string, string | null>>({});
  const [tried, setTried] = useState(false);
  const found = data?.node?.__typename === 'Person' ? data.node : null;
  const spaces = found?.soleOwnerOf ?? [];
  const inHand = found ? countOf(found.openWork.assigned) : 0;
  const asked = found ? countOf(found.openWork.started) : 0;
  return (
    <Confirm
      title={list.endTitle(person.name)}
      go={list.end}
      danger
      ready={found !== null}
      onClose={onClose}
      onGo={async () => {
        setTried(true);
        if (spaces.some(({ company }) => !owners[company.id])) return 'stay';
        const { error: refused } = await deactivate({
          input: {
            personId: person.id,
            successorId: successor,
            newOwners: spaces.map(({ company }) => ({
              companyId: company.id,
              personId: owners[company.id] ?? '',
            })),
          },
        });
        if (refused) return refused;
        announce(words, list.endDone(person.name));
        onChanged();
      }}
    >
      <Text size="sm">{list.endText}</Text>
      {!found &&
        (error ? (
          <Text size="sm" c="red" role="alert">
            {leaving.failed}
          </Text>
        ) : (
          <Text size="sm" c="dimmed" role="status">
            <Loader size={12} mr={8} aria-hidden />
            {leaving.asking}
          </Text>
        ))}
      {inHand > 0 && found && (
        <>
          <OpenWork title={leaving.assigned(inHand)} groups={found.openWork.assigned} />
          <Successor leaving={person.id} value={successor} onChange={setSuccessor} />
        </>
      )}
      {found?.side === 'STAFF' && inHand === 0 && (
        <Text size="sm" c="dimmed">
          {leaving.assignedNone}
        </Text>
      )}
      {asked > 0 && found && (
        <>
          <OpenWork title={leaving.started(asked)} groups={found.openWork.started} />
          <Text size="sm" c="dimmed">
            {leaving.startedStays}
          </Text>
        </>
      )}
      {spaces.map(({ company, members }) => (
        <NewOwner
          key={company.id}
          company={company.name}
          candidates={members
            .filter((member) => member.side === 'CONTACT' && member.person.id !== person.id)
            .map((member) => member.person)}
          value={owners[company.id] ?? null}
          wrong={tried && !owners[company.id]}
          onChange={(id) => setOwners((before) => ({ ...before, [company.id]: id }))}
        />
      ))}
      <Text size="sm" c="dimmed">
        {list.endStays}
      </Text>
    </Confirm>
  );
}
