// Ends mails about news from the link in one of them, whether or not somebody is signed in. Only the click does it:
// programs that look at links in mails must not.
import { Alert, Button, Center, Group, Paper, Text, Title } from '@mantine/core';
import { IconBellOff, IconBellRinging } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useMutation } from 'urql';
import { sayError } from '../kit/errors';
import { paths } from '../paths';
import { useWords } from '../words/words';
import { SwitchMails } from './notifications.gql';

export default function MailOffPage() {
  const words = useWords();
  const { notifications } = words;
  const { token = '' } = useParams();
  const [{ data, error, fetching }, change] = useMutation(SwitchMails);
  const on = data?.switchMails.on;
  const turn = (next: boolean) => void change({ input: { token, on: next } });
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" maw={460}>
        {on === true ? <IconBellRinging size={28} aria-hidden /> : <IconBellOff size={28} aria-hidden />}
        <Title order={1} size="h3" mt="sm" role={on === undefined ? undefined : 'status'}>
          {on === undefined ? notifications.offTitle : on ? notifications.onDone : notifications.offDone}
        </Title>
        <Text c="dimmed" my="md">
          {on === false ? notifications.offDoneText : notifications.offText}
        </Text>
        {error && (
          <Alert color="red" role="alert" p="sm" mb="md">
            {sayError(words, error)}
          </Alert>
        )}
        <Group>
          {on === false ? (
            <Button variant="default" loading={fetching} onClick={() => turn(true)}>
              {notifications.offUndo}
            </Button>
          ) : (
            on === undefined && (
              <Button loading={fetching} onClick={() => turn(false)}>
                {notifications.offButton}
              </Button>
            )
          )}
          <Button component={Link} to={paths.home} variant="subtle">
            {notifications.toApp}
          </Button>
        </Group>
      </Paper>
    </Center>
  );
}
