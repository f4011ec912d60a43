// Threads that participants opened from a step of their missions: of all steps, or of the one in the address.
import { Anchor, Button, Group, Paper } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { Moment } from '../kit/Moment';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import classesOfLists from '../people/people.module.css';
import { usePages } from '../people/usePages';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { StateMark } from '../threads/StateMark';
import { headingOf } from '../threads/heading';
import { useMissionWords } from '../words/missions';
import { useTroubleWords } from '../words/trouble';
import { useLocale } from '../words/words';
import { inLocale, number } from './said';
import { Away } from './TrainingPage';
import classes from './training.module.css';
import { type Trouble, TroublesQuery } from './trouble.gql';

export default function TroublesPage() {
  const { missions, training, shell } = useMissionWords();
  const words = useTroubleWords();
  const locale = useLocale();
  const [search] = useSearchParams();
  const stepId = search.get('step');
  const list = usePages(TroublesQuery, { stepId, first: 30 }, (data) => data.missionTroubles);
  useHints(({ kind }) => kind === 'TRAINING' || kind === 'THREAD', list.again);
  const [first] = list.rows;
  const step = stepId && !list.stale && first ? inLocale(first.texts, locale)?.title : null;
  let content = <Loading label={shell.loading} />;
  if (list.failed) content = <Away onRetry={list.again} />;
  else if (!list.loading && list.rows.length === 0)
    content = (
      <Saying icon={<IconLifebuoy size={28} />} title={words.none}>
        {words.noneText}
      </Saying>
    );
  else if (!list.loading)
    content = (
      <>
        <Paper withBorder className={classesOfLists.list}>
          <ul className={classes.list} role="list">
            {list.rows.map((trouble) => (
              <Row key={trouble.id} trouble={trouble} />
            ))}
          </ul>
        </Paper>
        {list.hasMore && (
          <Group justify="center" mt="md">
            <Button variant="default" loading={list.fetching} onClick={() => list.more()}>
              {training.more}
            </Button>
          </Group>
        )}
      </>
    );
  return (
    <Page
      title={step ? `${words.title}: ${step}` : words.title}
      lead={words.lead}
      back={{ to: paths.missionReviews, label: missions.reviews }}
      actions={
        stepId && (
          <Button component={Link} to={paths.missionTroubles()} variant="default" size="sm">
            {words.all}
          </Button>
        )
      }
    >
      {content}
    </Page>
  );
}

function Row({ trouble }: { trouble: Trouble }) {
  const { threads } = useMissionWords();
  const words = useTroubleWords();
  const locale = useLocale();
  const { answer } = useSignedIn().abilities;
  const { thread, progress, missionStep } = trouble;
  const { company } = thread.space;
  const about = [trouble.courseTexts, trouble.missionTexts, trouble.texts];
  return (
    <li className={classes.row}>
      <span className={classes.main}>
        <span className={classes.head}>
          <Anchor
            underline="hover"
            component={Link}
            to={answer ? paths.inboxThread(thread.id) : paths.thread(company.handle, thread.id)}
            className={classesOfLists.cover}
            fw={600}
            c="bright"
          >
            {headingOf(thread.heading, threads.untitled)}
          </Anchor>
          <StateMark state={thread.state} pill />
        </span>
        <span className={classes.facts}>
          <span>{about.map((texts) => inLocale(texts, locale)?.title).join(' › ')}</span>
        </span>
        <span className={classes.facts}>
          <span>{company.name}</span>
          {progress ? (
            <span>
              {words.doneOf(
                thread.openedBy.name,
                number(locale, progress.passed),
                number(locale, progress.steps),
              )}
            </span>
          ) : (
            <span>{thread.openedBy.name}</span>
          )}
          <Moment at={thread.createdAt} span inherit />
          {missionStep && (
            <Anchor
              component={Link}
              to={paths.mission(company.handle, missionStep.id)}
              className={classes.above}
              underline="always"
              inherit
            >
              {words.seeStep}
            </Anchor>
          )}
        </span>
      </span>
    </li>
  );
}
