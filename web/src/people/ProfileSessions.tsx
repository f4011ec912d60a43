// Signing out, here or everywhere.
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { useArrive } from '../signin/arrive';
import { usePageWords } from '../words/pages';
import { Confirm } from './Confirm';
import classes from './people.module.css';
import { announceRefusal } from './refusals';

const SignOutHere = graphql(`
  mutation SignOutHere {
    signOut {
      done
    }
  }
`);
const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      done
    }
  }
`);

export function ProfileSessions() {
  const words = usePageWords();
  const { profile } = words.people;
  // The start is where a stranger, too, begins: it leads to the sign-in.
  const start = useArrive();
  const [{ fetching }, signOut] = useMutation(SignOutHere);
  const [, signOutEverywhere] = useMutation(SignOutEverywhere);
  const [asking, setAsking] = useState(false);
  const leave = async () => {
    const { error } = await signOut({});
    if (error) announceRefusal(words, error);
    else start();
  };
  return (
    <Stack gap="md">
      <div className={classes.split}>
        <Text size="sm" c="dimmed">
          {profile.hereText}
        </Text>
        <Button variant="default" loading={fetching} onClick={() => void leave()}>
          {profile.here}
        </Button>
      </div>
      <div className={classes.split}>
        <Text size="sm" c="dimmed">
          {profile.everywhereText}
        </Text>
        <Button variant="default" onClick={() => setAsking(true)}>
          {profile.everywhere}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={profile.everywhereTitle}
          go={profile.everywhereGo}
          danger
          onClose={() => setAsking(false)}
          onGo={async () => {
            const { error } = await signOutEverywhere({});
            if (!error) start();
            return error;
          }}
        >
          {profile.everywhereConfirm}
        </Confirm>
      )}
    </Stack>
  );
}
