// One step as a contact has it, on a phone: what to do, showing that it is done, asking where they are stuck, and what was
// said to it. Staff review it here.
import { Button, FileButton, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMapOff, IconSend } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { Markdown } from '../kit/Markdown';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { ThreadList } from '../threads/ThreadList';
import { useMissionWords } from '../words/missions';
import { useTroubleWords } from '../words/trouble';
import { useLocale } from '../words/words';
import { AskFromStep } from './AskFromStep';
import { MissionState } from './MissionState';
import { type Mission, MissionQuery, SubmitStep } from './missions.gql';
import { inLocale } from './said';
import { Review } from './Review';
import { ShownList } from './ShownList';
import { Away } from './TrainingPage';
import classes from './training.module.css';
import { useRun } from './useRun';

export default function MissionPage() {
  const { missions, shell } = useMissionWords();
  const { askedHere } = useTroubleWords();
  const locale = useLocale();
  const { id = '', handle = '' } = useParams();
  const [{ data, error }, again] = useQuery({
    query: MissionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  const staff = useSignedIn().role !== null;
  const back = staff
    ? { to: paths.missionReviews, label: missions.reviews }
    : { to: paths.trainingOf(handle), label: missions.back };
  if (error && !data && !error.graphQLErrors.length) return <Away onRetry={read} />;
  if (!data && !error)
    return (
      <Page title={missions.mine} back={back} narrow>
        <Loading label={shell.loading} />
      </Page>
    );
  const step = data?.node?.__typename === 'MissionStep' ? data.node : null;
  if (!step)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  const body = inLocale(step.instructions, locale)?.body;
  const waiting = step.submissions.find(({ abilities }) => abilities.review);
  const { company } = step.project;
  const whose = step.person ? missions.who(step.person.name, company.name) : company.name;
  const lead = inLocale(step.missionTexts, locale)?.title;
  return (
    <Page
      narrow={!waiting}
      title={inLocale(step.texts, locale)?.title ?? ''}
      lead={staff ? [lead, whose].filter(Boolean).join(' · ') : lead}
      back={back}
    >
      {waiting ? (
        <Review key={waiting.id} waiting={{ ...waiting, missionStep: step }} onDone={read} />
      ) : (
        <Paper withBorder className={classes.panel}>
          <MissionState step={step} />
          {body && <Markdown text={body} />}
        </Paper>
      )}
      {step.abilities.submit && <Show key={step.submissions.length} step={step} onSent={read} />}
      {step.abilities.ask && <AskFromStep key={step.id} step={step} />}
      {!waiting && step.submissions.length > 0 && (
        <section aria-label={missions.shown}>
          <h2 className={classes.month}>{missions.shown}</h2>
          <ShownList shown={step.submissions.toReversed()} />
        </section>
      )}
      <ThreadList list={{ ...ALL_THERE, rows: step.troubles }} handle={handle} title={askedHere} />
    </Page>
  );
}

/** A list that came whole. */
const ALL_THERE = { next: null, loadingMore: false, loadMore: async () => {} };

function Show({ step, onSent }: { step: Mission; onSent: () => void }) {
  const { missions, training, shell } = useMissionWords();
  const { shownBy } = step;
  const [words, setWords] = useState('');
  const [url, setUrl] = useState('');
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const [, submit] = useMutation(SubmitStep);
  const { run, running } = useRun(onSent);
  const asksText = shownBy === 'TEXT' || shownBy === 'QUESTION';
  const asksFile = shownBy === 'FILE' || shownBy === 'SCREENSHOT';
  const ready = asksText
    ? words.trim() !== ''
    : shownBy === 'LINK'
      ? url.trim() !== ''
      : !asksFile || file !== null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      missionStepId: step.id,
      words: words.trim() || null,
      url: shownBy === 'LINK' ? url.trim() : null,
      missionFileId: file?.id ?? null,
    };
    if (await run(() => submit({ input })))
      notifications.show({ message: missions.sent, closeButtonProps: { 'aria-label': shell.close } });
  };
  const wording = asksText
    ? { label: shownBy === 'TEXT' ? missions.yourText : missions.yourAnswer, minRows: 4 }
    : { label: missions.yourWord, minRows: 2 };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="show-title">
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <Title order={2} size="h5" id="show-title">
            {missions.sendTitle}
          </Title>
          <Text size="sm" c="dimmed">
            {training.shown[shownBy]}
          </Text>
          {shownBy === 'LINK' && (
            <TextInput
              type="url"
              label={missions.address}
              placeholder="https://"
              maxLength={1000}
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
          )}
          {asksFile && <Upload picture={shownBy === 'SCREENSHOT'} file={file} onFile={setFile} />}
          <Textarea
            {...wording}
            autosize
            maxLength={10_000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="md"
            loading={running}
            disabled={!ready}
            leftSection={<IconSend size={16} aria-hidden />}
          >
            {shownBy === 'TICK' ? missions.tick : missions.submit}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

type UploadProps = {
  picture: boolean;
  file: { name: string } | null;
  onFile: (file: { id: string; name: string }) => void;
};

function Upload({ picture, file, onFile }: UploadProps) {
  const { missions, shell } = useMissionWords();
  const [uploading, setUploading] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { handle = '' } = useParams();
  const send = async (given: File | null) => {
    if (!given) return;
    setUploading(true);
    setRefused(null);
    const body = new FormData();
    body.append('file', given, given.name);
    // The company that the file is for stands in the address, as with every contact's request.
    const headers = { 'apollo-require-preflight': 'true', 'hotline-company': handle };
    try {
      const answer = await fetch('/training/missions/files', { method: 'POST', body, headers });
      const said = await answer.json();
      if (answer.ok) onFile(said);
      else setRefused(shell.errors[said.errors?.[0]?.extensions.reason] ?? shell.failed);
    } catch {
      setRefused(shell.failed);
    }
    setUploading(false);
  };
  return (
    <>
      <Group gap="xs">
        <FileButton accept={picture ? 'image/*' : undefined} onChange={(given) => void send(given)}>
          {(props) => (
            <Button {...props} variant="default" loading={uploading}>
              {picture ? missions.picture : missions.file}
            </Button>
          )}
        </FileButton>
        <Text size="sm" role="status">
          {uploading ? missions.uploading : file && missions.uploaded(file.name)}
        </Text>
      </Group>
      {refused && (
        <Text size="sm" c="red" role="alert">
          {refused}
        </Text>
      )}
    </>
  );
}
