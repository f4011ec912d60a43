// A new planning item out of needs, with the reason why it is looked at.
import { Alert, Button, Group, Input, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import type { PlanningKind } from '../../gql/words';
import { Dialog } from '../../kit/Dialog';
import { sayError } from '../../kit/errors';
import { showRefusal } from '../../kit/refusedForm';
import { useMe } from '../../session/me';
import { usePlanningWords } from '../../words/planning';
import { NeedSelect } from './NeedSelect';
import { OwnerSelect } from './OwnerSelect';
import { CreatePlanningItem } from './planning.gql';

type Props = {
  need: { id: string; title: string } | null;
  onClose: () => void;
  onMade: (number: number) => void;
};

export function CreateDialog({ need, onClose, onMade }: Props) {
  const words = usePlanningWords();
  const { planning, shell } = words;
  const { fields } = planning;
  const kindId = useId();
  // Sent again after a cut, it is made once.
  const [key] = useState(() => crypto.randomUUID());
  const [{ fetching }, create] = useMutation(CreatePlanningItem);
  const { me } = useMe();
  const [refused, setRefused] = useState<string | null>(null);
  const missing = (value: string) => (value.trim() ? null : planning.missingField);
  const form = useForm({
    initialValues: {
      title: need?.title ?? '',
      kind: 'QUICK_FIX' as PlanningKind,
      needIds: need ? [need.id] : ([] as string[]),
      // Whoever makes it looks after it, unless they say otherwise.
      ownerId: me?.role === 'PLANNER' ? me.person.id : null,
      description: '',
      reason: '',
    },
    validate: { title: missing, reason: missing },
  });
  const submit = form.onSubmit(async (values) => {
    setRefused(null);
    const { data, error } = await create({ input: { ...values, idempotencyKey: key } });
    if (error) return setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
    if (data) onMade(data.createPlanningItem.planningItem.number);
  });
  return (
    <Dialog title={planning.create} onClose={onClose} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={fields.title} maxLength={120} data-autofocus {...form.getInputProps('title')} />
          <div>
            <Input.Label labelElement="div" id={kindId}>
              {fields.kind}
            </Input.Label>
            <SegmentedControl
              fullWidth
              aria-labelledby={kindId}
              data={(['QUICK_FIX', 'LONG_TERM'] as const).map((value) => ({
                value,
                label: planning.kinds[value],
              }))}
              {...form.getInputProps('kind')}
            />
          </div>
          <NeedSelect
            label={fields.needs}
            known={need ? [need] : []}
            value={form.values.needIds}
            onChange={(ids) => form.setFieldValue('needIds', ids)}
          />
          <OwnerSelect value={form.values.ownerId} onChange={(id) => form.setFieldValue('ownerId', id)} />
          <Textarea
            label={fields.description}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={4000}
            {...form.getInputProps('description')}
          />
          <Textarea
            label={fields.reason}
            description={fields.reasonHint}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={2000}
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
              {planning.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
