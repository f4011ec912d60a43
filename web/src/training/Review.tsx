// One thing that was shown, and the verdict on it: pass, or once more with a word.
import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { Markdown } from '../kit/Markdown';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import { MissionState } from './MissionState';
import { ReviewSubmission, type Waiting } from './missions.gql';
import { inLocale, number } from './said';
import { ShownList, ShownView } from './ShownList';
import classes from './training.module.css';
import { useRun } from './useRun';

export function Review({ waiting, onDone }: { waiting: Waiting; onDone: () => void }) {
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
