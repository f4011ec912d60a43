// An administrator signs somebody out everywhere, as when a laptop was stolen.
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { announce } from './refusals';

const EndPersonSessions = graphql(`
  mutation EndPersonSessions($input: EndPersonSessionsInput!) {
    endPersonSessions(input: $input) {
      person {
        id
      }
    }
  }
`);

export function SessionsConfirm({
  person,
  onClose,
}: {
  person: { id: string; name: string };
  onClose: () => void;
}) {
  const words = usePageWords();
  const { sessions } = words;
  const [, end] = useMutation(EndPersonSessions);
  return (
    <Confirm
      title={sessions.ofPersonTitle(person.name)}
      go={sessions.ofPerson}
      danger
      onClose={onClose}
      onGo={async () => {
        const { error } = await end({ input: { personId: person.id } });
        if (error) return error;
        announce(words, sessions.ofPersonDone(person.name));
      }}
    >
      {sessions.ofPersonText}
    </Confirm>
  );
}
