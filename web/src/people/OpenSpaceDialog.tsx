// Opens the hotline of a small company by hand, with the reason.
import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../gql/graphql';
import { Dialog } from '../kit/Dialog';
import { showRefusal } from '../kit/refusedForm';
import { usePageWords } from '../words/pages';
import { announce, sayRefusal } from './refusals';

const OpenSpace = graphql(`
  mutation OpenSpace($input: OpenSpaceInput!) {
    openSpace(input: $input) {
      space {
        id
        company {
          id
        }
      }
    }
  }
`);

type Props = { company: { id: string; name: string }; onClose: () => void; onOpened: () => void };

export function OpenSpaceDialog({ company, onClose, onOpened }: Props) {
  const words = usePageWords();
  const { people, shell } = words;
  const [{ fetching }, open] = useMutation(OpenSpace);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({
    initialValues: { reason: '' },
    validate: {
      reason: (value) => {
        if (!value.trim()) return people.company.openReasonMissing;
        return [...value.trim()].length > 500 ? people.company.openReasonLong : null;
      },
    },
  });
  const submit = form.onSubmit(async ({ reason }) => {
    setRefused(null);
    const { error } = await open({ input: { companyId: company.id, reason: reason.trim() } });
    if (error) return setRefused(showRefusal(form, error, sayRefusal(words, error) ?? ''));
    announce(words, people.company.opened);
    onOpened();
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={people.company.openTitle(company.name)}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">{people.company.openText}</Text>
          <Textarea
            label={people.company.openReason}
            description={people.company.openReasonHint}
            placeholder={people.company.openReasonExample}
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {refused && (
            <Alert color="red" role="alert" p="sm">
              {refused}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={fetching}>
              {people.company.open}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
