// Ends a person's access or gives it back, after saying what happens and what stays.
import { Text } from '@mantine/core';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { LeavingConfirm } from './LeavingConfirm';
import { announce } from './refusals';

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
  const words = usePageWords();
  const { list } = words.people;
  const [, reactivate] = useMutation(ReactivatePerson);
  const { id, name, active } = person;
  if (active) return <LeavingConfirm person={person} onClose={onClose} onChanged={onChanged} />;
  return (
    <Confirm
      title={list.giveBackTitle(name)}
      go={list.giveBack}
      onClose={onClose}
      onGo={async () => {
        const { error } = await reactivate({ input: { personId: id } });
        if (error) return error;
        announce(words, list.giveBackDone(name));
        onChanged();
      }}
    >
      <Text size="sm">{list.giveBackText}</Text>
    </Confirm>
  );
}
