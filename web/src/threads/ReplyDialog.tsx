// Writing or changing one saved reply.
import { Alert, Button, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useLocale, useWords } from '../words/words';
import { ChangeReply, CreateReply, type SavedReply } from './replies.gql';

type Props = { reply: SavedReply | null; onClose: () => void; onSaved: () => void };

export function ReplyDialog({ reply, onClose, onSaved }: Props) {
  const words = useWords();
  const { replies } = words.threads;
  const locale = useLocale();
  const [{ fetching: creating }, create] = useMutation(CreateReply);
  const [{ fetching: changing }, change] = useMutation(ChangeReply);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      name: reply?.name ?? '',
      body: reply?.body ?? '',
      locale: reply?.locale ?? locale,
    },
    validate: {
      name: (value) => (value.trim() ? null : replies.nameMissing),
      body: (value) => (value.trim() ? null : replies.bodyMissing),
    },
  });
  const submit = form.onSubmit(async (values) => {
    setRefused(null);
    const { error } = reply
      ? await change({ input: { ...values, replyId: reply.id, version: reply.version } })
      : await create({ input: values });
    if (error) setRefused(sayError(words, error));
    else onSaved();
  });
  return (
    <Dialog title={reply ? replies.change : replies.add} onClose={onClose} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={replies.name} maxLength={80} data-autofocus {...form.getInputProps('name')} />
          <Textarea
            label={replies.body}
            description={replies.placeholders}
            autosize
            minRows={5}
            maxRows={16}
            maxLength={5000}
            {...form.getInputProps('body')}
          />
          <SegmentedControl
            aria-label={replies.language}
            {...form.getInputProps('locale')}
            data={[
              { value: 'ko', label: replies.languages.ko },
              { value: 'en', label: replies.languages.en },
            ]}
          />
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.shell.cancel}
            </Button>
            <Button type="submit" loading={creating || changing}>
              {words.shell.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
