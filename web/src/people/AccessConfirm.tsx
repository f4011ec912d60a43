// Ends a person's access or gives it back, after saying what happens and what stays.
import { Text } from '@mantine/core';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { useWords } from '../words/words';
import { Confirm } from './Confirm';
import { announce } from './refusals';

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
const ReactivatePerson = graphql(`
  mutation ReactivatePerson($input: ReactivatePersonInput!) {
    reactivatePerson(input: $input) {
      person {
        id
        active
      }
    }
  }
`);

type Props = {
  person: { id: string; name: string; active: boolean };
  onClose: () => void;
  onChanged: () => void;
};

export function AccessConfirm({ person, onClose, onChanged }: Props) {
  const words = useWords();
  const { list } = words.people;
  const [, deactivate] = useMutation(DeactivatePerson);
  const [, reactivate] = useMutation(ReactivatePerson);
  const { id, name, active } = person;
  return (
    <Confirm
      title={active ? list.endTitle(name) : list.giveBackTitle(name)}
      go={active ? list.end : list.giveBack}
      danger={active}
      onClose={onClose}
      onGo={async () => {
        const { error } = active
          ? await deactivate({ input: { personId: id } })
          : await reactivate({ input: { personId: id } });
        if (error) return error;
        announce(words, active ? list.endDone(name) : list.giveBackDone(name));
        onChanged();
      }}
    >
      <Text size="sm">{active ? list.endText : list.giveBackText}</Text>
      {active && (
        <Text size="sm" c="dimmed">
          {list.endStays}
        </Text>
      )}
    </Confirm>
  );
}
