// Hours and days in which nothing disturbs.
import { Alert, Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useMe, useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { UpdateProfile } from './profile';
import { announce, sayRefusal } from './refusals';

const NIGHT = { from: '22:00', to: '08:00' };

export function ProfileQuiet() {
  const words = usePageWords();
  const { own, people, shell } = words;
  const { quietFrom, quietTo, quietWeekends } = useSignedIn();
  const { refresh } = useMe();
  const [{ fetching }, update] = useMutation(UpdateProfile);
  const [on, setOn] = useState(quietFrom !== null);
  const [from, setFrom] = useState(quietFrom ?? NIGHT.from);
  const [to, setTo] = useState(quietTo ?? NIGHT.to);
  const [weekends, setWeekends] = useState(quietWeekends);
  const [refused, setRefused] = useState<string | null>(null);
  const wrong = !on ? null : !from || !to ? own.missing : from === to ? own.same : null;
  const changed =
    weekends !== quietWeekends || (on ? from !== quietFrom || to !== quietTo : quietFrom !== null);
  const save = async () => {
    setRefused(null);
    const { error } = await update({
      input: { quietFrom: on ? from : null, quietTo: on ? to : null, quietWeekends: weekends },
    });
    if (error) return setRefused(sayRefusal(words, error));
    announce(words, people.profile.saved);
    refresh();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) void save();
      }}
    >
      <Stack gap="md">
        <Switch label={own.quietOn} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
        {on && (
          <div>
            <Group gap="sm" align="flex-start">
              <TextInput
                type="time"
                label={own.from}
                value={from}
                onChange={(event) => setFrom(event.currentTarget.value)}
              />
              <TextInput
                type="time"
                label={own.to}
                value={to}
                error={wrong}
                onChange={(event) => setTo(event.currentTarget.value)}
              />
            </Group>
            {!wrong && to < from && (
              <Text size="xs" c="dimmed" mt={6}>
                {own.nextDay}
              </Text>
            )}
          </div>
        )}
        <Switch
          label={own.weekends}
          checked={weekends}
          onChange={(event) => setWeekends(event.currentTarget.checked)}
        />
        {refused && (
          <Alert color="red" role="alert" p="sm">
            {refused}
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" loading={fetching} disabled={!changed || wrong !== null}>
            {shell.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {changed && people.profile.unsaved}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
