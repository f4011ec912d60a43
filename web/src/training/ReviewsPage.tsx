// What participants showed and waits for us: one after the other by keyboard, the oldest first; and where people get stuck.
import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconCheck, IconChecks } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { Markdown } from '../kit/Markdown';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import { MissionState } from './MissionState';
import { ReviewSubmission, ReviewsQuery, type Waiting } from './missions.gql';
import { inLocale, number } from './said';
import { ShownList, ShownView } from './ShownList';
import { StuckSteps } from './StuckSteps';
import { Away } from './TrainingPage';
import classes from './training.module.css';
import { useRun } from './useRun';

/** As many are at hand at once; the next ones come when these are done. */
const AT_HAND = 25;

export default function ReviewsPage() {
  const { missions, training, shell } = useMissionWords();
  const locale = useLocale();
  const [{ data, error }, again] = useQuery({
    query: ReviewsQuery,
    variables: { first: AT_HAND, after: null },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  const rows = data?.missionReviews.edges.map(({ node }) => node) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const move = (by: number) => setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.id ?? null);
  useHotkeys([
    ['J', () => move(1), { usePhysicalKeys: true }],
    ['K', () => move(-1), { usePhysicalKeys: true }],
  ]);
  const current = rows[at];
  let content = <Loading label={shell.loading} />;
  if (error && !data) content = <Away onRetry={read} />;
  else if (data && !current)
    content = (
      <Saying icon={<IconChecks size={28} />} title={missions.noReviews}>
        {missions.noReviewsText}
      </Saying>
    );
  else if (current)
    content = (
      <>
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {missions.place(number(locale, at + 1), number(locale, rows.length))}
          </Text>
          <Group gap="xs">
            <Button variant="default" size="compact-sm" disabled={at === 0} onClick={() => move(-1)}>
              {missions.previous}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={at === rows.length - 1}
              onClick={() => move(1)}
            >
              {missions.next}
            </Button>
          </Group>
        </Group>
        <Review key={current.id} waiting={current} onDone={read} />
      </>
    );
  return (
    <Page
      title={missions.reviews}
      lead={data ? missions.reviewsLead(number(locale, data.missionReviewCounts.all)) : undefined}
      back={{ to: paths.training, label: training.title }}
    >
      {content}
      <StuckSteps />
    </Page>
  );
}

function Review({ waiting, onDone }: { waiting: Waiting; onDone: () => void }) {
  const { missions, shell } = useMissionWords();
  const locale = useLocale();
  const answers = useSignedIn().abilities.answer;
  const [comment, setComment] = useState('');
  const [praise, setPraise] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const { run, running } = useRun(onDone);
  const [, review] = useMutation(ReviewSubmission);
  const { missionStep: step, person } = waiting;
  const { company } = step.project;
  const may = waiting.abilities.review;
  const body = inLocale(step.instructions, locale)?.body;
  const earlier = step.submissions.filter(({ id }) => id !== waiting.id);
  const judge = async (verdict: 'PASS' | 'AGAIN') => {
    if (!may || running) return;
    if (verdict === 'AGAIN' && comment.trim() === '') {
      field.current?.focus();
      return;
    }
    const input = {
      submissionId: waiting.id,
      verdict,
      comment: comment.trim() || null,
      praise: verdict === 'PASS' ? praise.trim() || null : null,
    };
    if (await run(() => review({ input })))
      notifications.show({
        message: verdict === 'PASS' ? missions.passedNow : missions.sentBackNow,
        closeButtonProps: { 'aria-label': shell.close },
      });
  };
  useHotkeys([
    ['P', () => void judge('PASS'), { usePhysicalKeys: true }],
    ['A', () => void judge('AGAIN'), { usePhysicalKeys: true }],
  ]);
  return (
    <div className={classes.columns}>
      <div>
        <Paper withBorder component="article" className={classes.panel}>
          <Title order={2} size="h5">
            {inLocale(step.texts, locale)?.title}
          </Title>
          <Text size="sm" c="dimmed">
            {[inLocale(step.project.courseTexts, locale)?.title, inLocale(step.missionTexts, locale)?.title]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Group gap="xs" my="xs">
            <Text size="sm" fw={600} component={Link} to={paths.company(company.handle)} c="bright">
              {missions.who(person.name, company.name)}
            </Text>
            {earlier.length > 0 && (
              <Text size="sm" c="dimmed">
                {missions.times(number(locale, earlier.length + 1))}
              </Text>
            )}
            <MissionState step={step} />
          </Group>
          <ShownView shown={waiting} />
        </Paper>
        {may ? (
          <Paper withBorder className={classes.panel}>
            <Stack gap="sm">
              <Textarea
                ref={field}
                label={missions.comment}
                description={missions.commentHint}
                autosize
                minRows={2}
                maxLength={4000}
                value={comment}
                onChange={(event) => setComment(event.currentTarget.value)}
              />
              <TextInput
                label={missions.praiseField}
                maxLength={1000}
                value={praise}
                onChange={(event) => setPraise(event.currentTarget.value)}
              />
              <Group gap="xs">
                <Button
                  loading={running}
                  leftSection={<IconCheck size={16} aria-hidden />}
                  onClick={() => void judge('PASS')}
                >
                  {missions.pass}
                </Button>
                <Button
                  variant="default"
                  loading={running}
                  leftSection={<IconArrowBackUp size={16} aria-hidden />}
                  onClick={() => void judge('AGAIN')}
                >
                  {missions.sendBack}
                </Button>
                <Text size="xs" c="dimmed" visibleFrom="sm">
                  {missions.keys}
                </Text>
              </Group>
            </Stack>
          </Paper>
        ) : (
          !answers && (
            <Text size="sm" c="dimmed" mb="md">
              {missions.onlyAnswering}
            </Text>
          )
        )}
      </div>
      <div>
        {body && (
          <Paper withBorder component="section" className={classes.panel} aria-label={missions.toDo}>
            <Text size="sm" fw={600}>
              {missions.toDo}
            </Text>
            <Markdown text={body} />
          </Paper>
        )}
        {earlier.length > 0 && (
          <section aria-label={missions.shown}>
            <ShownList shown={earlier.toReversed()} />
          </section>
        )}
      </div>
    </div>
  );
}
