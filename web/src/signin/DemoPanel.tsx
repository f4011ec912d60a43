// The demonstration's people: one click, and the product is seen with their eyes.
import {
  Alert,
  Anchor,
  Badge,
  Box,
  Loader,
  Stack,
  Text,
  Title,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import type { StaffRole } from '../gql/words';
import { sayError } from '../kit/errors';
import { PersonMark } from '../kit/PersonMark';
import { useSessionControl } from '../session/locale';
import { useWords } from '../words/words';
import classes from './signin.module.css';

const SignInAsDemo = graphql(`
  mutation SignInAsDemo($input: SignInAsDemoInput!) {
    signInAsDemo(input: $input) {
      token
    }
  }
`);

type DemoPerson = {
  id: string;
  name: string;
  title: string | null;
  role: StaffRole | null;
  company: string | null;
};

type Props = {
  people: DemoPerson[];
  /** The person in the address that the start printed: entered without another click. */
  as: string | null;
  onDone: () => void;
};

export function DemoPanel({ people, as, onDone }: Props) {
  const words = useWords();
  const { signin } = words;
  const { locale, setLocale } = useSessionControl();
  const [, signInAs] = useMutation(SignInAsDemo);
  const [entering, setEntering] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const enter = async (id: string) => {
    if (entering) return;
    setEntering(id);
    setRefused(null);
    // Whoever looks around keeps the language in which they look, whatever the demo person speaks.
    setLocale(locale);
    const { error } = await signInAs({ input: { personId: id } });
    if (!error) return onDone();
    setEntering(null);
    setRefused(sayError(words, error));
  };
  const named = people.some(({ id }) => id === as) ? as : null;
  useEffect(() => {
    if (named) void enter(named);
  }, [named]);
  const groups = [
    { title: signin.demo.contacts, people: people.filter(({ role }) => role === null) },
    { title: signin.demo.staff, people: people.filter(({ role }) => role !== null) },
  ].filter((group) => group.people.length > 0);
  return (
    <Stack component="section" gap="lg" className={classes.demo} aria-labelledby="look-around">
      <Stack gap={8}>
        <Title order={1} id="look-around" size="h2">
          {signin.demo.title}
        </Title>
        <Text>{signin.lead}</Text>
        <Text c="dimmed" size="sm">
          {signin.demo.text}
        </Text>
        <Anchor href="#own" size="sm" hiddenFrom="md">
          {signin.demo.own} ↓
        </Anchor>
      </Stack>
      <VisuallyHidden role="status">
        {entering && signin.demo.entering(people.find(({ id }) => id === entering)?.name ?? '')}
      </VisuallyHidden>
      {refused && (
        <Alert color="red" role="alert" p="sm">
          {refused}
        </Alert>
      )}
      {groups.map((group) => (
        <Stack key={group.title} gap="xs">
          <Title order={2} size="sm" c="dimmed">
            {group.title}
          </Title>
          <ul className={classes.people}>
            {group.people.map((person) => (
              <li key={person.id}>
                <DemoButton person={person} entering={entering} onEnter={() => void enter(person.id)} />
              </li>
            ))}
          </ul>
        </Stack>
      ))}
    </Stack>
  );
}

function DemoButton({
  person,
  entering,
  onEnter,
}: {
  person: DemoPerson;
  entering: string | null;
  onEnter: () => void;
}) {
  const { shell, signin } = useWords();
  const { id, name, title, role, company } = person;
  return (
    <UnstyledButton
      className={classes.person}
      data-disabled={entering !== null || undefined}
      aria-disabled={entering !== null}
      aria-busy={entering === id}
      onClick={onEnter}
    >
      <PersonMark name={name} size={38} />
      <Box miw={0}>
        <Text fw={600} component="span" display="block">
          {name}{' '}
          {role && (
            <Badge variant="light" size="sm" tt="none" component="span">
              {shell.roles[role]}
            </Badge>
          )}
        </Text>
        <Text size="xs" c="dimmed" component="span" display="block">
          {[company, title].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm" component="span" display="block" mt={6}>
          {role ? signin.demo.sees[role] : signin.demo.seesContact}
        </Text>
      </Box>
      <span className={classes.go} aria-hidden>
        {entering === id ? <Loader size={16} /> : <IconChevronRight size={18} stroke={1.7} />}
      </span>
    </UnstyledButton>
  );
}
