// One's name and title as others see them.
import { Alert, Button, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { showRefusal } from '../kit/refusedForm';
import { useMe, useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import { UpdateProfile } from './profile';
import { announce, sayRefusal } from './refusals';

const LONGEST = 80;
const long = (value: string): boolean => [...value.trim()].length > LONGEST;

export function ProfileForm() {
  const words = usePageWords();
  const { people, shell } = words;
  const { person } = useSignedIn();
  const { refresh } = useMe();
  const [{ fetching }, update] = useMutation(UpdateProfile);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: person.name, title: person.title ?? '' },
    validate: {
      name: (value) => (!value.trim() ? people.nameMissing : long(value) ? people.nameLong(LONGEST) : null),
      title: (value) => (long(value) ? people.nameLong(LONGEST) : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    setRefused(null);
    const { error } = await update({ input: { name: values.name.trim(), title: values.title.trim() } });
    if (error) return setRefused(showRefusal(form, error, sayRefusal(words, error) ?? ''));
    form.resetDirty();
    announce(words, people.profile.saved);
    refresh();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={people.profile.name}
          name="name"
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={people.profile.jobTitle}
          description={people.profile.jobTitleHint}
          name="title"
          autoComplete="organization-title"
          {...form.getInputProps('title')}
        />
        {person.email && (
          <div>
            <Input.Label labelElement="div" display="block">
              {people.profile.email}
            </Input.Label>
            <Text size="sm">{person.email}</Text>
            <Text size="xs" c="dimmed">
              {people.profile.emailHint}
            </Text>
          </div>
        )}
        {refused && (
          <Alert color="red" role="alert" p="sm">
            {refused}
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" loading={fetching} disabled={!form.isDirty()}>
            {shell.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {form.isDirty() && people.profile.unsaved}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
