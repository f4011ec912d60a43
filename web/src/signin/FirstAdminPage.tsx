// The first administrator of an empty installation, with the one-time link that the first start prints.
import { Alert, Button, Stack, TextInput } from '@mantine/core';
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
import { checkEmail, checkName, checkNewPassword } from './checks';
import { NewPasswordInput } from './NewPasswordInput';
import { Outside, OutsideCard } from './Outside';
import { useTokenFromAddress } from './token';
import { UsedLink } from './UsedLink';

const MakeFirstAdministrator = graphql(`
  mutation MakeFirstAdministrator($input: MakeFirstAdministratorInput!) {
    makeFirstAdministrator(input: $input) {
      token
    }
  }
`);

export default function FirstAdminPage() {
  const { signin } = useWords();
  const token = useTokenFromAddress();
  return (
    <Outside title={signin.firstAdmin.title}>
      {token ? <Create key={token} token={token} /> : <UsedLink text={signin.used.admin} />}
    </Outside>
  );
}

function Create({ token }: { token: string }) {
  const words = useWords();
  const { signin } = words;
  const locale = useLocale();
  const arrive = useArrive();
  const [{ fetching }, make] = useMutation(MakeFirstAdministrator);
  const [used, setUsed] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: { name: checkName(words), email: checkEmail(words), password: checkNewPassword(words) },
  });
  if (used) return <UsedLink text={signin.used.admin} />;
  const submit = form.onSubmit(async ({ name, email, password }) => {
    setRefused(null);
    const { error } = await make({
      input: { token, name: name.trim(), email: email.trim(), password, locale },
    });
    if (!error) return arrive();
    const reason = refusalOf(error)?.reason;
    if (reason === 'LINK') return setUsed(true);
    const sentence = reason === 'EMAIL_TAKEN' ? signin.firstAdmin.emailTaken : (sayError(words, error) ?? '');
    setRefused(showRefusal(form, error, sentence));
  });
  return (
    <OutsideCard title={signin.firstAdmin.title} text={signin.firstAdmin.text}>
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
            name="name"
            autoComplete="name"
            autoFocus
            {...form.getInputProps('name')}
          />
          <TextInput
            label={signin.email}
            type="email"
            name="email"
            autoComplete="username"
            placeholder={signin.emailHint}
            {...form.getInputProps('email')}
          />
          <NewPasswordInput label={signin.password} {...form.getInputProps('password')} />
          <Button type="submit" fullWidth loading={fetching}>
            {signin.firstAdmin.submit}
          </Button>
        </Stack>
      </form>
    </OutsideCard>
  );
}
