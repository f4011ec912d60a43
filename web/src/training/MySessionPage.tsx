// One session as a contact has it, on a phone: where and when, "I am here", materials, what they thought.
import { Alert, Button, Group, Paper, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconCalendarPlus, IconCircleCheck, IconMapOff } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { sayError } from '../kit/errors';
import { Markdown } from '../kit/Markdown';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { refusalOf } from '../session/client';
import { useHints } from '../session/live';
import { day, exact, time } from '../words/dates';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { MaterialView } from './MaterialView';
import { inLocale } from './said';
import { TrainingStateBadge } from './SessionRows';
import { Attend, GiveFeedback, Join, Leave, type MySession, MySessionQuery } from './sessions.gql';
import { Away } from './TrainingPage';
import classes from './training.module.css';
import { useRun } from './useRun';

export default function MySessionPage() {
  const { training, shell } = useTrainingWords();
  const { id = '', handle = '' } = useParams();
  const [{ data, error }, again] = useQuery({
    query: MySessionQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  if (data && !error) return <Session session={data.trainingSession} handle={handle} onChanged={read} />;
  if (error?.graphQLErrors.length)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  if (error) return <Away onRetry={read} />;
  return (
    <Page title={training.myTitle} narrow>
      <Loading label={shell.loading} />
    </Page>
  );
}

type Props = { session: MySession; onChanged: () => void };

function Session({ session, handle, onChanged }: Props & { handle: string }) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { run, running } = useRun(onChanged);
  const [, join] = useMutation(Join);
  const [, leave] = useMutation(Leave);
  const { abilities, courseVersion, participants, mine, state } = session;
  const words = inLocale(courseVersion.texts, locale);
  const input = { trainingSessionId: session.id };
  const colleagues = participants.filter(({ id }) => id !== mine?.id);
  const goAway = async () => {
    const { error } = await leave({ input });
    if (error) void run(() => Promise.resolve({ error }));
    else void navigate(paths.trainingOf(handle));
  };
  return (
    <Page
      narrow
      title={words?.title ?? ''}
      back={{ to: paths.trainingOf(handle), label: training.back }}
      lead={words?.summary}
    >
      {mine?.attendedAt && (
        <Alert color="teal" icon={<IconCircleCheck size={20} aria-hidden />} mb="md" role="status">
          {training.here}
        </Alert>
      )}
      {abilities.attend && <ImHere session={session} onChanged={onChanged} />}
      {abilities.giveFeedback && <Feedback session={session} onChanged={onChanged} />}
      <Paper withBorder className={classes.panel}>
        <Group gap="xs" mb="xs">
          <TrainingStateBadge state={state} />
          <Text size="sm" c="dimmed">
            {training.stages[courseVersion.course.stage]}
          </Text>
        </Group>
        <Text fw={600}>
          {exact(locale, session.startsAt)} – {time(locale, session.endsAt)}
        </Text>
        {session.place && <Text>{session.place}</Text>}
        <Text size="sm" c="dimmed">
          {training.trainerIs(session.trainer.name)}
        </Text>
        <Group gap="xs" mt="md">
          {session.link && state !== 'CANCELLED' && state !== 'CLOSED' && (
            <Button component="a" href={session.link} target="_blank" rel="noopener noreferrer">
              {training.enter}
            </Button>
          )}
          {abilities.join && (
            <Button loading={running} onClick={() => void run(() => join({ input }))}>
              {training.join}
            </Button>
          )}
          {session.calendarUrl && state === 'PLANNED' && (
            <Button
              component="a"
              href={session.calendarUrl}
              download
              variant="default"
              leftSection={<IconCalendarPlus size={16} aria-hidden />}
            >
              {training.toCalendar}
            </Button>
          )}
          {abilities.leave && (
            <Button variant="subtle" color="gray" onClick={() => void goAway()}>
              {training.leave}
            </Button>
          )}
        </Group>
        {colleagues.length > 0 && (
          <Text size="sm" mt="md">
            {training.colleagues}: {colleagues.map(({ person }) => person.name).join(', ')}
          </Text>
        )}
      </Paper>
      {words?.body && (
        <Paper withBorder className={classes.panel}>
          <Markdown text={words.body} />
        </Paper>
      )}
      {courseVersion.materials.length > 0 ? (
        <section aria-labelledby="training-materials">
          <Title order={2} size="sm" mb="xs" id="training-materials">
            {training.materials}
          </Title>
          {courseVersion.materials.map((material) => (
            <MaterialView key={material.id} material={material} />
          ))}
        </section>
      ) : (
        abilities.join && (
          <Text size="sm" c="dimmed">
            {training.materialsAfter}
          </Text>
        )
      )}
    </Page>
  );
}

function ImHere({ session, onChanged }: Props) {
  const words = useTrainingWords();
  const { training } = words;
  const [code, setCode] = useState('');
  const [{ error, fetching }, attend] = useMutation(Attend);
  const refused = refusalOf(error);
  const said =
    refused?.reason === 'TOO_MANY_CODES'
      ? training.tooManyCodes(Math.ceil((refused.retryAfter ?? 60) / 60))
      : sayError(words, error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await attend({ input: { trainingSessionId: session.id, code } });
    if (data) onChanged();
  };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="training-here">
      <Title order={2} size="h4" id="training-here">
        {training.imHere}
      </Title>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={training.imHereHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          value={code}
          error={said}
          className={classes.digits}
          onChange={(event) => setCode(event.currentTarget.value.replace(/[^\d\s-]/g, ''))}
        />
        <Button
          type="submit"
          fullWidth
          size="md"
          mt="md"
          loading={fetching}
          disabled={code.replace(/\D/g, '').length !== 6}
        >
          {training.attend}
        </Button>
      </form>
    </Paper>
  );
}

function Feedback({ session, onChanged }: Props) {
  const words = useTrainingWords();
  const { training } = words;
  const locale = useLocale();
  const given = session.feedback[0];
  const [score, setScore] = useState(given?.score ?? 0);
  const [text, setText] = useState(given?.words ?? '');
  const [{ data, error, fetching }, give] = useMutation(GiveFeedback);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await give({ input: { trainingSessionId: session.id, score, words: text.trim() || null } });
    onChanged();
  };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="training-how">
      <Title order={2} size="h4" id="training-how">
        {training.howWasIt}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {session.feedbackUntil && training.howHint(day(locale, session.feedbackUntil))}
      </Text>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset className={classes.scores} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="mantine-InputWrapper-label">{training.yourScore}</legend>
          {[1, 2, 3, 4, 5].map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="score"
                value={each}
                aria-label={training.scoreOf(each)}
                checked={score === each}
                onChange={() => setScore(each)}
              />
              {each}
            </label>
          ))}
        </fieldset>
        <Textarea
          label={training.yourWords}
          mt="md"
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {error && (
          <Alert color="red" role="alert" p="sm" mt="sm">
            {sayError(words, error)}
          </Alert>
        )}
        {data && !error && (
          <Text size="sm" mt="sm" role="status">
            {training.thanks}
          </Text>
        )}
        <Button type="submit" fullWidth size="md" mt="md" loading={fetching} disabled={score === 0}>
          {given ? training.sendAgain : training.send}
        </Button>
      </form>
    </Paper>
  );
}
