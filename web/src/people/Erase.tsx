// Erases somebody for good, after naming what is kept of them, what stays, and who takes over; typed, not clicked by accident.
import { Alert, Checkbox, Loader, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../gql/graphql';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import { NewOwner } from './NewOwner';
import classes from './people.module.css';
import { announce } from './refusals';
import { Successor } from './Successor';

const Erasing = graphql(`
  query Erasing($id: ID!) {
    erasePreview(personId: $id) {
      wordsUsually
      parts {
        part
        count
      }
    }
    node(id: $id) {
      __typename
      id
      ... on Person {
        active
        openWork {
          assigned {
            count
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
`);
const ErasePerson = graphql(`
  mutation ErasePerson($input: ErasePersonInput!) {
    erasePerson(input: $input) {
      person {
        id
        name
        erased
      }
    }
  }
`);

/** In this order; what is new to this page comes last, under its own name. */
const PARTS = [
  'account',
  'companies',
  'spaces',
  'threads',
  'messages',
  'notes',
  'attachments',
  'quotes',
  'notifications',
  'mails',
  'sessions',
];
const placeOf = (part: string): number => PARTS.indexOf(part) + 1 || PARTS.length + 1;

type Props = {
  person: { id: string; name: string; email: string | null };
  onClose: () => void;
  onChanged: () => void;
};

export function Erase({ person, onClose, onChanged }: Props) {
  const words = usePageWords();
  const { erasing } = words;
  const [{ data, error }] = useQuery({
    query: Erasing,
    variables: { id: person.id },
    requestPolicy: 'network-only',
  });
  const [, erase] = useMutation(ErasePerson);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [typed, setTyped] = useState('');
  const [successor, setSuccessor] = useState<string | null>(null);
  const [owners, setOwners] = useState<Record<string, string | null>>({});
  const [tried, setTried] = useState(false);
  const found = data?.node?.__typename === 'Person' ? data.node : null;
  const spaces = found?.active ? found.soleOwnerOf : [];
  const inHand = found?.active ? found.openWork.assigned.reduce((sum, { count }) => sum + count, 0) : 0;
  const withWords = chosen ?? data?.erasePreview.wordsUsually ?? false;
  const right = typed.trim().toLowerCase() === person.email;
  return (
    <Confirm
      title={erasing.title(person.name)}
      go={erasing.go}
      danger
      ready={found !== null}
      onClose={onClose}
      onGo={async () => {
        setTried(true);
        if (!right || spaces.some(({ company }) => !owners[company.id])) return 'stay';
        const { error: refused } = await erase({
          input: {
            personId: person.id,
            confirmation: typed,
            words: withWords,
            successorId: successor,
            newOwners: spaces.map(({ company }) => ({
              companyId: company.id,
              personId: owners[company.id] ?? '',
            })),
          },
        });
        if (refused) return refused;
        announce(words, erasing.done);
        onChanged();
      }}
    >
      <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} p="sm" title={erasing.forGood}>
        {erasing.text}
      </Alert>
      <Text size="sm">
        {erasing.stays} {erasing.backups}
      </Text>
      {!found &&
        (error ? (
          <Text size="sm" c="red" role="alert">
            {erasing.failed}
          </Text>
        ) : (
          <Text size="sm" c="dimmed" role="status">
            <Loader size={12} mr={8} aria-hidden />
            {erasing.asking}
          </Text>
        ))}
      {data && found && (
        <>
          <Text size="sm" fw={600} component="h3">
            {erasing.touched}
          </Text>
          <dl className={classes.kept}>
            {data.erasePreview.parts
              .filter(({ count }) => count > 0)
              .sort((one, other) => placeOf(one.part) - placeOf(other.part))
              .map(({ part, count }) => (
                <div key={part}>
                  <dt>{erasing.part(part)}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
          </dl>
          <Checkbox
            label={erasing.words}
            description={data.erasePreview.wordsUsually ? erasing.wordsOfContact : erasing.wordsOfStaff}
            checked={withWords}
            onChange={(event) => setChosen(event.currentTarget.checked)}
          />
        </>
      )}
      {inHand > 0 && <Successor leaving={person.id} value={successor} onChange={setSuccessor} />}
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
      <TextInput
        label={erasing.confirm(person.email ?? '')}
        value={typed}
        error={tried && !right && erasing.wrong}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Confirm>
  );
}
