// Another state with its reason. Shipped and declined come with the words for whoever asked, and with who they are.
import { Alert, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { PlanningState } from '../../gql/words';
import { Dialog } from '../../kit/Dialog';
import { sayError } from '../../kit/errors';
import { showRefusal } from '../../kit/refusedForm';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { DecidePlanningItem, type PlanningItem, Preview } from './planning.gql';
import classes from './planning.module.css';
import { STATES } from './StateBadge';

type Props = { item: PlanningItem; onClose: () => void; onDecided: (state: PlanningState) => void };

/** What usually comes next. */
const NEXT: Record<PlanningState, PlanningState> = {
  CONSIDERING: 'PLANNED',
  PLANNED: 'IN_PROGRESS',
  IN_PROGRESS: 'SHIPPED',
  SHIPPED: 'IN_PROGRESS',
  DECLINED: 'CONSIDERING',
};

export function DecideDialog({ item, onClose, onDecided }: Props) {
  const words = usePlanningWords();
  const { planning, shell, voc } = words;
  const { fields, prefill } = planning;
  const locale = useLocale();
  const [{ fetching }, decide] = useMutation(DecidePlanningItem);
  const [refused, setRefused] = useState<string | null>(null);
  const others = STATES.filter((each) => each !== item.state);
  const form = useForm({
    initialValues: {
      state: NEXT[item.state],
      reason: '',
      release: item.release ?? '',
      titleKo: item.wording.titleKo ?? '',
      titleEn: item.wording.titleEn ?? '',
      bodyKo: item.wording.bodyKo ?? '',
      bodyEn: item.wording.bodyEn ?? '',
    },
  });
  const { state } = form.values;
  const decision = state === 'SHIPPED' || state === 'DECLINED' ? state : null;
  const [{ data }] = useQuery({
    query: Preview,
    variables: { number: item.number, decision: decision ?? 'SHIPPED' },
    pause: !decision,
    requestPolicy: 'cache-and-network',
  });
  const telling = data?.planningItem.telling;
  const voices = data?.planningItem.voices;
  /** What nobody has written yet begins with a sentence that fits the decision. */
  const choose = (next: PlanningState) => {
    form.setFieldValue('state', next);
    if (next !== 'SHIPPED' && next !== 'DECLINED') return;
    const drafts = Object.values(prefill);
    const { bodyKo, bodyEn } = form.values;
    if (!bodyKo || drafts.some(({ ko }) => ko === bodyKo)) form.setFieldValue('bodyKo', prefill[next].ko);
    if (!bodyEn || drafts.some(({ en }) => en === bodyEn)) form.setFieldValue('bodyEn', prefill[next].en);
  };
  const [began, setBegan] = useState(false);
  if (!began) {
    setBegan(true);
    choose(state);
  }
  const submit = form.onSubmit(async (values) => {
    setRefused(null);
    const { titleKo, titleEn, bodyKo, bodyEn } = values;
    const needed = { reason: values.reason, ...(decision ? { titleKo, titleEn, bodyKo, bodyEn } : {}) };
    const empty = Object.entries(needed).filter(([, text]) => !text.trim());
    for (const [name] of empty) form.setFieldError(name, planning.missingField);
    if (empty.length > 0) return;
    const { error } = await decide({
      input: {
        planningItemId: item.id,
        version: item.version,
        state: values.state,
        reason: values.reason,
        release: values.release || null,
        wording: decision ? { titleKo, titleEn, bodyKo, bodyEn } : null,
      },
    });
    if (error) return setRefused(showRefusal(form, error, sayError(words, error) ?? ''));
    onDecided(values.state);
  });
  return (
    <Dialog title={planning.decideTitle(item.number)} onClose={onClose} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Select
            label={planning.to}
            allowDeselect={false}
            value={state}
            onChange={(next) => choose(others.find((each) => each === next) ?? state)}
            data={others.map((value) => ({ value, label: planning.states[value] }))}
            comboboxProps={{ withinPortal: false }}
          />
          <Textarea
            label={fields.reason}
            description={fields.reasonHint}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          {state === 'SHIPPED' && (
            <TextInput label={fields.release} maxLength={60} {...form.getInputProps('release')} />
          )}
          {decision && (
            <Stack gap="sm" component="fieldset" m={0} p={0} style={{ border: 0 }}>
              <Text component="legend" fw={600} size="sm">
                {planning.wording}
              </Text>
              <Text size="sm" c="dimmed">
                {planning.wordingHint}
              </Text>
              <TextInput label={fields.titleKo} maxLength={120} {...form.getInputProps('titleKo')} />
              <Textarea
                label={fields.bodyKo}
                autosize
                minRows={2}
                maxRows={8}
                maxLength={4000}
                {...form.getInputProps('bodyKo')}
              />
              <TextInput label={fields.titleEn} maxLength={120} {...form.getInputProps('titleEn')} />
              <Textarea
                label={fields.bodyEn}
                autosize
                minRows={2}
                maxRows={8}
                maxLength={4000}
                {...form.getInputProps('bodyEn')}
              />
              {telling && (
                <Alert p="sm" title={planning.preview} role="status">
                  {planning.previewCounts(count(locale, telling.places), count(locale, telling.couldNot))}
                  <ul className={classes.list} role="list">
                    {voices?.edges.map(({ node: { itemId, person, company, couldNot, locale: theirs } }) => (
                      <li key={itemId} className={classes.facts}>
                        <span>{person?.name ?? planning.unknown}</span>
                        <span>{company?.name ?? voc.noCompany}</span>
                        <span>
                          {couldNot
                            ? planning.couldNot[couldNot]
                            : planning.willTell(planning.languages[theirs])}
                        </span>
                      </li>
                    ))}
                    {voices?.pageInfo.hasNextPage && <li>…</li>}
                  </ul>
                </Alert>
              )}
            </Stack>
          )}
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
              {decision ? planning.confirmTell : planning.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
