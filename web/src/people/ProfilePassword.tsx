// A password is set with a link by mail, so that an open screen is not enough to change it.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { useMe, useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { sayRefusal } from './refusals';

const RequestOwnPasswordLink = graphql(`
  mutation RequestOwnPasswordLink($input: RequestPasswordLinkInput!) {
    requestPasswordLink(input: $input) {
      done
    }
  }
`);

export function ProfilePassword() {
  const words = usePageWords();
  const { profile } = words.people;
  const { person } = useSignedIn();
  const { installation } = useMe();
  const [{ fetching, error, data }, request] = useMutation(RequestOwnPasswordLink);
  const { email } = person;
  if (!email) return null;
  return (
    <Stack gap="sm" align="flex-start">
      {data && !error ? (
        <Text size="sm" role="status">
          {installation?.mailIsSent === false ? profile.passwordWaits : profile.passwordSent(email)}
        </Text>
      ) : (
        <Button
          variant="default"
          leftSection={<IconMail size={16} aria-hidden />}
          loading={fetching}
          onClick={() => void request({ input: { email } })}
        >
          {profile.passwordGo}
        </Button>
      )}
      {error && (
        <Alert color="red" role="alert" p="sm">
          {sayRefusal(words, error)}
        </Alert>
      )}
    </Stack>
  );
}
