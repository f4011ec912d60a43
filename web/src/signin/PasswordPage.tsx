// A new password, with the link that was mailed.
import { Alert, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { sayError } from '../kit/errors';
import { showRefusal } from '../kit/refusedForm';
import { refusalOf } from '../session/client';
import { useWords } from '../words/words';
import { useArrive } from './arrive';
import { AsOther } from './AsOther';
import { checkNewPassword } from './checks';
import { NewPasswordInput } from './NewPasswordInput';
import { Outside, OutsideCard } from './Outside';
import { useTokenFromAddress } from './token';
import { UsedLink } from './UsedLink';

const SetPassword = graphql(`
  mutation SetPassword($input: SetPasswordInput!) {
    setPassword(input: $input) {
      token
    }
  }
`);

export default function PasswordPage() {
  const { signin } = useWords();
  const token = useTokenFromAddress();
  return (
    <Outside title={signin.newPassword.title}>
      {token ? <Choose key={token} token={token} /> : <UsedLink missing text="" newLink="forgotten" />}
    </Outside>
  );
}

function Choose({ token }: { token: string }) {
  const words = useWords();
  const { signin } = words;
  const arrive = useArrive();
  const [{ fetching }, setPassword] = useMutation(SetPassword);
  const [used, setUsed] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({ initialValues: { password: '' }, validate: { password: checkNewPassword(words) } });
  if (used) return <UsedLink text={signin.used.text} newLink="forgotten" />;
  const submit = form.onSubmit(async ({ password }) => {
    setRefused(null);
    const { error } = await setPassword({ input: { token, password } });
    if (!error) return arrive();
    if (refusalOf(error)?.reason === 'LINK') return setUsed(true);
    setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
  });
  return (
    <OutsideCard title={signin.newPassword.title} text={signin.newPassword.text}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <AsOther />
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <NewPasswordInput label={signin.newPassword.label} autoFocus {...form.getInputProps('password')} />
          <Button type="submit" fullWidth loading={fetching}>
            {signin.newPassword.submit}
          </Button>
        </Stack>
      </form>
    </OutsideCard>
  );
}
