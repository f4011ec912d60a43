// Takes a contact out of a company, after naming the questions they leave and, for the last owner, who comes next.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { RemoveContact } from './documents';
import { type Candidate, NewOwner } from './NewOwner';
import { countOf, OpenThreadsParts, OpenWork } from './OpenWork';
import { announce } from './refusals';

const StartedWork = graphql(
  `
    query StartedWork($id: ID!, $companyId: ID) {
      node(id: $id) {
        __typename
        id
        ... on Person {
          openWork(companyId: $companyId) {
            started {
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
  company: { id: string; handle: string; name: string };
  person: { id: string; name: string };
  /** Colleagues of whom one has to own the hotline from now on; null: nobody has to. */
  heirs: readonly Candidate[] | null;
  onClose: () => void;
  onChanged: () => void;
};

export function RemoveConfirm({ company, person, heirs, onClose, onChanged }: Props) {
  const words = usePageWords();
  const { leaving, people } = words;
  const [, removeContact] = useMutation(RemoveContact);
  const [{ data }] = useQuery({
    query: StartedWork,
    variables: { id: person.id, companyId: company.id },
    requestPolicy: 'network-only',
  });
  const [owner, setOwner] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const started = data?.node?.__typename === 'Person' ? data.node.openWork.started : [];
  const count = countOf(started);
  return (
    <Confirm
      title={people.members.removeTitle(person.name)}
      go={people.members.remove}
      danger
      onClose={onClose}
      onGo={async () => {
        setTried(true);
        if (heirs && !owner) return 'stay';
        const { error } = await removeContact({
          input: { companyId: company.id, personId: person.id, newOwnerId: heirs ? owner : null },
        });
        if (error) return error;
        announce(words, people.members.removed(person.name));
        onChanged();
      }}
    >
      <Text size="sm">{people.members.removeText(company.name)}</Text>
      {count > 0 && (
        <>
          <OpenWork title={leaving.started(count)} groups={started} handle={company.handle} />
          <Text size="sm" c="dimmed">
            {leaving.startedStays}
          </Text>
        </>
      )}
      {heirs && (
        <NewOwner
          company={company.name}
          candidates={heirs}
          value={owner}
          wrong={tried && !owner}
          onChange={setOwner}
        />
      )}
      <Text size="sm" c="dimmed">
        {people.members.removeStays}
      </Text>
    </Confirm>
  );
}
