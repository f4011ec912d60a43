// By which roads one hears of what: one line a kind, a switch for the app and one for mail.
import { Skeleton, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { useWords } from '../words/words';
import classes from './notifications.module.css';
import { ChooseNotification, SettingsQuery } from './notifications.gql';

export function NotificationSettings() {
  const words = useWords();
  const { notifications, shell } = words;
  const [{ data, error }] = useQuery({ query: SettingsQuery });
  const [{ data: changed, error: refused, fetching }, choose] = useMutation(ChooseNotification);
  const settings = changed?.chooseNotification.settings ?? data?.notificationSettings;
  if (!settings) {
    return error ? (
      <Text c="red" size="sm" role="alert">
        {sayError(words, error)}
      </Text>
    ) : (
      <Stack gap="xs" role="status" aria-label={shell.loading}>
        <Skeleton height={28} />
        <Skeleton height={28} />
        <Skeleton height={28} />
      </Stack>
    );
  }
  return (
    <>
      <table className={classes.settings}>
        <thead>
          <tr>
            <td />
            <th scope="col">{notifications.inApp}</th>
            <th scope="col">{notifications.byMail}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ kind, inApp, mail }) => {
            const label = notifications.kinds[kind];
            const roads = [
              { name: 'inApp', on: inApp, word: notifications.inApp },
              { name: 'mail', on: mail, word: notifications.byMail },
            ];
            return (
              <tr key={kind}>
                <th scope="row">{label}</th>
                {roads.map(({ name, on, word }) => (
                  <td key={name}>
                    <Switch
                      aria-label={notifications.road(label, word)}
                      checked={on}
                      onChange={() => void choose({ input: { kind, inApp, mail, [name]: !on } })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Text size="sm" c={refused ? 'red' : 'dimmed'} role="status" mt="xs">
        {refused ? sayError(words, refused) : changed && !fetching ? notifications.saved : ' '}
      </Text>
    </>
  );
}
