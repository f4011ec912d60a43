// An invitation from a mail: a name, a password for those who want one, and in.
import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { sayError } from '../kit/errors';
import { showRefusal } from '../kit/refusedForm';
import { refusalOf } from '../session/client';
import { useLocale, useWords } from '../words/words';
import { useArrive } from './arrive';
import { AsOther } from './AsOther';
import { checkName, checkNewPassword } from './checks';
import { NewPasswordInput } from './NewPasswordInput';
import { Outside, OutsideCard } from './Outside';
import { useTokenFromAddress } from './token';
import { UsedLink } from './UsedLink';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      token
    }
  }
`);

export default function InvitationPage() {
  const { signin } = useWords();
  const token = useTokenFromAddress();
  return (
    <Outside title={signin.invitation.title}>
      {token ? <Accept key={token} token={token} /> : <UsedLink missing text="" />}
    </Outside>
  );
}

function Accept({ token }: { token: string }) {
  const words = useWords();
  const { signin } = words;
  const locale = useLocale();
  const arrive = useArrive();
  const [{ fetching }, accept] = useMutation(AcceptInvitation);
  const [used, setUsed] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: checkName(words),
      password: (value) => (value ? checkNewPassword(words)(value) : null),
    },
  });
  if (used) return <UsedLink text={signin.used.invitation} />;
  const submit = form.onSubmit(async ({ name, password }) => {
    setRefused(null);
    const { error } = await accept({
      input: { token, name: name.trim(), password: password || null, locale },
    });
    if (!error) return arrive();
    if (refusalOf(error)?.reason === 'LINK') return setUsed(true);
    setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
  });
  return (
    <OutsideCard title={signin.invitation.title} text={signin.invitation.text}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <AsOther />
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <TextInput
            label={signin.invitation.name}
            description={signin.invitation.nameHint}
            name="name"
            autoComplete="name"
            autoFocus
            {...form.getInputProps('name')}
          />
          <NewPasswordInput
            label={signin.invitation.password}
            description={signin.invitation.passwordHint}
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth loading={fetching}>
            {signin.invitation.submit}
          </Button>
          <Text size="xs" c="dimmed">
            {signin.invitation.known}
          </Text>
        </Stack>
      </form>
    </OutsideCard>
  );
}
