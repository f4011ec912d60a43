// Contacts by name, one company after the other.
import { Alert, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useTrainingWords } from '../words/training';
import { CompaniesToChoose, ContactsQuery, Invite, type SessionDetail } from './sessions.gql';

type Props = { session: SessionDetail; onClose: () => void; onDone: () => void };

export function InviteDialog({ session, onClose, onDone }: Props) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const [companyId, setCompany] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [{ data: companies }] = useQuery({ query: CompaniesToChoose, variables: { search: search || null } });
  const [{ data: contacts }] = useQuery({
    query: ContactsQuery,
    variables: { companyId: companyId ?? '' },
    pause: companyId === null,
  });
  const [{ error, fetching }, invite] = useMutation(Invite);
  const here = new Set(session.participants.map(({ person }) => person.id));
  const people = companyId
    ? (contacts?.people.edges ?? [])
        .map(({ node }) => node)
        .filter(({ active, id }) => active && !here.has(id))
    : [];
  const send = async () => {
    if (!companyId) return;
    const input = {
      trainingSessionId: session.id,
      people: chosen.map((personId) => ({ personId, companyId })),
    };
    const { data } = await invite({ input });
    if (data) onDone();
  };
  return (
    <Dialog title={training.invite} onClose={onClose}>
      <Stack>
        <Select
          label={training.company}
          placeholder={training.chooseCompany}
          searchable
          data-autofocus
          value={companyId}
          searchValue={typed}
          onSearchChange={setTyped}
          onChange={(id) => {
            setCompany(id);
            setChosen([]);
          }}
          data={(companies?.companies.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
          // The server has searched already, by first consonants too.
          filter={({ options }) => options}
          nothingFoundMessage={training.noCompany}
        />
        {companyId && contacts && people.length === 0 && (
          <Text size="sm" c="dimmed">
            {training.noContacts}
          </Text>
        )}
        {people.length > 0 && (
          <Checkbox.Group label={training.contacts} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {people.map(({ id, name, title, email }) => (
                <Checkbox key={id} value={id} label={name} description={title ?? email} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {error && (
          <Alert color="red" role="alert" p="sm">
            {sayError(words, error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button loading={fetching} disabled={chosen.length === 0} onClick={() => void send()}>
            {training.inviteSend(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
