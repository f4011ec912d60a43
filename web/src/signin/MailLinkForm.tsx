// A link by mail, to sign in or for a new password; says the same for known and unknown addresses.
import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowLeft, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { sayError } from '../kit/errors';
import { showRefusal } from '../kit/refusedForm';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import { checkEmail } from './checks';
import { OutsideCard } from './Outside';
import type { Way } from './way';
import classes from './signin.module.css';

const RequestSignInLink = graphql(`
  mutation RequestSignInLink($input: RequestSignInLinkInput!) {
    requestSignInLink(input: $input) {
      done
    }
  }
`);
const RequestPasswordLink = graphql(`
  mutation RequestPasswordLink($input: RequestPasswordLinkInput!) {
    requestPasswordLink(input: $input) {
      done
    }
  }
`);

type Props = {
  order: 1 | 2;
  way: Exclude<Way, 'password'>;
  email: string;
  onEmail: (email: string) => void;
  onBack: () => void;
};

export function MailLinkForm({ order, way, email, onEmail, onBack }: Props) {
  const words = useWords();
  const { signin } = words;
  const { installation } = useMe();
  const [signInLink, requestSignInLink] = useMutation(RequestSignInLink);
  const [passwordLink, requestPasswordLink] = useMutation(RequestPasswordLink);
  const [refused, setRefused] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [twice, setTwice] = useState(false);
  const said = way === 'link' ? signin.link : signin.forgotten;
  const form = useForm({
    initialValues: { email },
    validate: { email: checkEmail(words) },
    onValuesChange: (values) => onEmail(values.email),
  });
  const send = async (address: string) => {
    setRefused(null);
    const request = way === 'link' ? requestSignInLink : requestPasswordLink;
    const { error } = await request({ input: { email: address } });
    if (error) return setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
    setTwice(sentTo === address);
    setSentTo(address);
  };
  const busy = signInLink.fetching || passwordLink.fetching;
  const back = (
    <Anchor component="button" type="button" size="sm" onClick={onBack}>
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {signin.back}
    </Anchor>
  );
  const problem = refused && (
    <Alert color="red" role="alert" p="sm">
      {refused}
    </Alert>
  );
  if (sentTo !== null) {
    return (
      <OutsideCard title={signin.sentTitle} order={order}>
        <Stack gap="md" role="status">
          <Text size="sm">{signin.sent(sentTo)}</Text>
          {installation?.mailIsSent === false ? (
            <Alert variant="default" className={classes.hint} icon={<IconMailForward size={18} />} p="sm">
              {signin.mailWaits}
            </Alert>
          ) : (
            <Text size="sm" c="dimmed">
              {signin.sentNothing}
            </Text>
          )}
          {problem}
          {twice && <Text size="sm">{signin.sentAgain}</Text>}
          <Button variant="default" loading={busy} onClick={() => void send(sentTo)}>
            {signin.again}
          </Button>
        </Stack>
        {back}
      </OutsideCard>
    );
  }
  return (
    <OutsideCard title={said.title} text={said.text} order={order}>
      <form onSubmit={form.onSubmit((values) => send(values.email.trim()))} noValidate>
        <Stack gap="md">
          {problem}
          <TextInput
            label={signin.email}
            type="email"
            name="email"
            autoComplete="username"
            placeholder={signin.emailHint}
            data-autofocus
            autoFocus
            {...form.getInputProps('email')}
          />
          <Button type="submit" fullWidth loading={busy}>
            {said.submit}
          </Button>
          {installation?.mailIsSent === false && (
            <Text size="xs" c="dimmed">
              {signin.mailWaits}
            </Text>
          )}
        </Stack>
      </form>
      {back}
    </OutsideCard>
  );
}
