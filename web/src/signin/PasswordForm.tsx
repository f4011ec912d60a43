// E-mail and password; the two ways by mail stand below.
import { Alert, Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { sayError } from '../kit/errors';
import { showRefusal } from '../kit/refusedForm';
import { useWords } from '../words/words';
import { checkEmail } from './checks';
import { OutsideCard } from './Outside';
import type { Way } from './way';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      token
    }
  }
`);

type Props = {
  order: 1 | 2;
  email: string;
  onEmail: (email: string) => void;
  onWay: (way: Way) => void;
  onDone: () => void;
};

export function PasswordForm({ order, email, onEmail, onWay, onDone }: Props) {
  const words = useWords();
  const { signin } = words;
  const [{ fetching }, signIn] = useMutation(SignIn);
  const [refused, setRefused] = useState<string | null>(null);
  const password = useRef<HTMLInputElement>(null);
  const form = useForm({
    initialValues: { email, password: '' },
    validate: {
      email: checkEmail(words),
      password: (value) => (value ? null : signin.passwordMissing),
    },
    onValuesChange: (values) => onEmail(values.email),
  });
  const submit = form.onSubmit(async (values) => {
    setRefused(null);
    const { error } = await signIn({ input: { email: values.email.trim(), password: values.password } });
    if (!error) return onDone();
    setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
    password.current?.select();
  });
  return (
    <OutsideCard title={signin.title} order={order}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <TextInput
            label={signin.email}
            type="email"
            name="email"
            autoComplete="username"
            placeholder={signin.emailHint}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            ref={password}
            label={signin.password}
            name="password"
            autoComplete="current-password"
            visibilityToggleFocusable
            visibilityToggleButtonProps={{ 'aria-label': signin.showPassword }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth loading={fetching}>
            {signin.submit}
          </Button>
          <Anchor component="button" type="button" size="sm" ta="center" onClick={() => onWay('forgotten')}>
            {signin.forgot}
          </Anchor>
          <Divider label={signin.or} />
          <Button
            variant="default"
            fullWidth
            leftSection={<IconMail size={16} aria-hidden />}
            onClick={() => onWay('link')}
          >
            {signin.byLink}
          </Button>
        </Stack>
      </form>
    </OutsideCard>
  );
}
