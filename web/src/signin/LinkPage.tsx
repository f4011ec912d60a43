// The sign-in link of a mail. Only the click uses it: programs that look at links in mails must not use it up.
import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { sayError } from '../kit/errors';
import { refusalOf } from '../session/client';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import { safeTarget, useArrive } from './arrive';
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
  const { me } = useMe();
  const [params] = useSearchParams();
  const to = params.get('to');
  // Whoever the mail was for and is signed in here already goes straight to what it is about.
  if (to && me?.person.id === params.get('for')) return <Navigate to={safeTarget(to)} replace />;
  return (
    <Outside title={signin.title}>
      {token ? <Enter key={token} token={token} to={to} /> : <UsedLink missing text="" newLink="link" />}
    </Outside>
  );
}

function Enter({ token, to }: { token: string; to: string | null }) {
  const words = useWords();
  const { signin } = words;
  const arrive = useArrive();
  const [{ fetching }, applyLink] = useMutation(UseSignInLink);
  const [used, setUsed] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  if (used) return <UsedLink text={signin.used.text} newLink="link" />;
  // A mail to a contact leads into their company: from there it is one tap to a question.
  const space = /^\/c\/[a-z0-9-]+/.exec(to ?? '')?.[0];
  const enter = async (target: string | null) => {
    setRefused(null);
    const { error } = await applyLink({ input: { token } });
    if (!error) return arrive(target);
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
        <Button size="md" fullWidth loading={fetching} onClick={() => void enter(to)} autoFocus>
          {signin.enter}
        </Button>
        {space && (
          <Button
            size="md"
            fullWidth
            variant="light"
            disabled={fetching}
            onClick={() => void enter(`${space}/new`)}
          >
            {signin.enterToAsk}
          </Button>
        )}
      </Stack>
    </OutsideCard>
  );
}
