// Title, kind and release of a planning item, the words for contacts, and whether the roadmap shows them.
import { Alert, Button, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Dialog } from '../../kit/Dialog';
import { sayError } from '../../kit/errors';
import { showRefusal } from '../../kit/refusedForm';
import { usePlanningWords } from '../../words/planning';
import { OwnerSelect } from './OwnerSelect';
import { ChangePlanningItem, type PlanningItem } from './planning.gql';

type Props = { item: PlanningItem; onClose: () => void; onSaved: () => void };

export function EditDialog({ item, onClose, onSaved }: Props) {
  const words = usePlanningWords();
  const { planning, shell } = words;
  const { fields } = planning;
  const [{ fetching }, change] = useMutation(ChangePlanningItem);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      title: item.title,
      description: item.description ?? '',
      kind: item.kind,
      ownerId: item.owner?.id ?? null,
      release: item.release ?? '',
      public: item.public,
      titleKo: item.wording.titleKo ?? '',
      titleEn: item.wording.titleEn ?? '',
      bodyKo: item.wording.bodyKo ?? '',
      bodyEn: item.wording.bodyEn ?? '',
    },
    validate: { title: (value) => (value.trim() ? null : planning.missingField) },
  });
  const submit = form.onSubmit(async (values) => {
    setRefused(null);
    const { error } = await change({ input: { ...values, planningItemId: item.id, version: item.version } });
    if (error) return setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
    onSaved();
  });
  const long = { autosize: true, minRows: 2, maxRows: 10, maxLength: 4000 };
  return (
    <Dialog title={planning.editTitle} onClose={onClose} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={fields.title} maxLength={120} data-autofocus {...form.getInputProps('title')} />
          <Textarea label={fields.description} {...long} {...form.getInputProps('description')} />
          <Group grow align="flex-start">
            <Select
              label={fields.kind}
              allowDeselect={false}
              data={(['QUICK_FIX', 'LONG_TERM'] as const).map((value) => ({
                value,
                label: planning.kinds[value],
              }))}
              comboboxProps={{ withinPortal: false }}
              {...form.getInputProps('kind')}
            />
            <TextInput label={fields.release} maxLength={60} {...form.getInputProps('release')} />
          </Group>
          <OwnerSelect
            now={item.owner}
            value={form.values.ownerId}
            onChange={(id) => form.setFieldValue('ownerId', id)}
          />
          <TextInput label={fields.titleKo} maxLength={120} {...form.getInputProps('titleKo')} />
          <Textarea label={fields.bodyKo} {...long} {...form.getInputProps('bodyKo')} />
          <TextInput label={fields.titleEn} maxLength={120} {...form.getInputProps('titleEn')} />
          <Textarea label={fields.bodyEn} {...long} {...form.getInputProps('bodyEn')} />
          <Switch label={fields.public} {...form.getInputProps('public', { type: 'checkbox' })} />
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
              {shell.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
