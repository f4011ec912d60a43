// The sign-in link of a mail. Only the click uses it: programs that look at links in mails must not use it up.
import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { sayError } from '../kit/errors';
import { refusalOf } from '../session/client';
import { useWords } from '../words/words';
import { useArrive } from './arrive';
import { AsOther } from './AsOther';
import { Outside, OutsideCard } from './Outside';
import { useTokenFromAddress } from './token';
import { UsedLink } from './UsedLink';

const UseSignInLink = graphql(`
  mutation UseSignInLink($input: UseSignInLinkInput!) {
    useSignInLink(input: $input) {
      token
    }
  }
`);

export default function LinkPage() {
  const { signin } = useWords();
  const token = useTokenFromAddress();
  return (
    <Outside title={signin.title}>
      {token ? <Enter key={token} token={token} /> : <UsedLink missing text="" newLink="link" />}
    </Outside>
  );
}

function Enter({ token }: { token: string }) {
  const words = useWords();
  const { signin } = words;
  const arrive = useArrive();
  const [{ fetching }, applyLink] = useMutation(UseSignInLink);
  const [used, setUsed] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  if (used) return <UsedLink text={signin.used.text} newLink="link" />;
  const enter = async () => {
    setRefused(null);
    const { error } = await applyLink({ input: { token } });
    if (!error) return arrive();
    if (refusalOf(error)?.reason === 'LINK') setUsed(true);
    else setRefused(sayError(words, error));
  };
  return (
    <OutsideCard title={signin.enterTitle} text={signin.enterText}>
      <Stack gap="md">
        <AsOther />
        {refused && (
          <Alert color="red" role="alert" p="sm">
            {refused}
          </Alert>
        )}
        <Button size="md" fullWidth loading={fetching} onClick={() => void enter()} autoFocus>
          {signin.enter}
        </Button>
      </Stack>
    </OutsideCard>
  );
}
