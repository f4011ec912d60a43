// Stuck on a step: one tap opens the question, ready to be sent, the second one sends it to the team.
import { Alert, Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconLifebuoy, IconSend2 } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { type CombinedError, useMutation } from 'urql';
import { sayError } from '../kit/errors';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { AttachButton } from '../threads/AttachButton';
import { FileChips } from '../threads/FileChips';
import { MOST_CHARACTERS } from '../threads/typing';
import { useUploads } from '../threads/uploads';
import { useFileTaking } from '../threads/useFileTaking';
import { useNewThreadDraft } from '../threads/useNewThreadDraft';
import { useMissionWords } from '../words/missions';
import { useTroubleWords } from '../words/trouble';
import { useLocale } from '../words/words';
import type { Mission } from './missions.gql';
import { inLocale } from './said';
import classes from './training.module.css';
import { OpenTrouble } from './trouble.gql';

const LONGEST_TITLE = 140;

export function AskFromStep({ step }: { step: Mission }) {
  const trouble = useTroubleWords();
  const { draft } = useNewThreadDraft(useSignedIn().person.id, step.id);
  // What was being written is there again.
  const [asking, setAsking] = useState(draft.body !== '' || draft.title !== '');
  if (asking) return <Ask step={step} />;
  return (
    <Paper withBorder className={classes.panel}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" flex="1 1 240px">
          {trouble.stuckHereHint}
        </Text>
        <Button
          variant="light"
          size="md"
          leftSection={<IconLifebuoy size={18} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {trouble.stuckHere}
        </Button>
      </Group>
    </Paper>
  );
}

function Ask({ step }: { step: Mission }) {
  const words = useMissionWords();
  const trouble = useTroubleWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const me = useSignedIn().person.id;
  const { company } = step.project;
  const { draft, write, key, clear } = useNewThreadDraft(me, step.id);
  const files = useUploads(me, `new.${step.id}`);
  const { take, paste } = useFileTaking(files, company.space?.id ?? null);
  const [error, setError] = useState<CombinedError>();
  const [{ fetching }, open] = useMutation(OpenTrouble);
  const proposed = trouble.headingOf(inLocale(step.texts, locale)?.title ?? '');
  // Emptied by hand it stays empty.
  const [heading, setHeading] = useState(draft.title || [...proposed].slice(0, LONGEST_TITLE).join(''));
  const title = heading.trim();
  const says = draft.body.trim() !== '';
  const ready = (says || title !== '' || files.items.length > 0) && !files.busy && !files.failed;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || fetching) return;
    const attachmentIds = files.items.flatMap(({ sent }) => sent?.id ?? []);
    // Sent without a word, the heading is what was said.
    const said = says ? { title: title || null, body: draft.body } : { title: null, body: title };
    const input = { missionStepId: step.id, ...said, attachmentIds, idempotencyKey: key(attachmentIds) };
    const { data, error: refused } = await open({ input });
    setError(refused);
    if (!data) return;
    clear();
    files.list.take();
    await navigate(paths.thread(company.handle, data.openTrouble.thread.id));
  };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={trouble.stuckHere}>
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <TextInput
            label={trouble.heading}
            maxLength={LONGEST_TITLE}
            value={heading}
            onChange={({ currentTarget: { value } }) => {
              setHeading(value);
              write({ title: value });
            }}
          />
          <Textarea
            label={trouble.where}
            description={trouble.whereHint}
            autoFocus
            autosize
            minRows={3}
            maxLength={MOST_CHARACTERS}
            value={draft.body}
            onChange={(event) => write({ body: event.currentTarget.value })}
            onPaste={paste}
          />
          <FileChips files={files} />
          {error && (
            <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
              {sayError(words, error)}
            </Alert>
          )}
          <Group gap="xs" justify="space-between">
            <AttachButton onFiles={take} />
            <Button
              type="submit"
              size="md"
              loading={fetching}
              disabled={!ready}
              leftSection={<IconSend2 size={18} aria-hidden />}
            >
              {trouble.ask}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
