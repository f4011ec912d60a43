// A contact's trainings: what is new this week, what is to be done, what is coming and what was.
import { Button, Group } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { usePages } from '../people/usePages';
import { useHints } from '../session/live';
import { useTrainingWords } from '../words/training';
import { MyCertificates } from './MyCertificates';
import { MyMissions } from './MyMissions';
import { NewContent } from './NewContent';
import { SessionRows } from './SessionRows';
import { SessionsQuery } from './sessions.gql';
import { Away } from './TrainingPage';

export default function MyTrainingPage() {
  const { training, shell } = useTrainingWords();
  const { handle = '' } = useParams();
  const soon = usePages(
    SessionsQuery,
    { when: 'UPCOMING', courseId: null, first: 30 },
    (data) => data.trainingSessions,
  );
  const past = usePages(
    SessionsQuery,
    { when: 'PAST', courseId: null, first: 30 },
    (data) => data.trainingSessions,
  );
  const again = () => {
    soon.again();
    past.again();
  };
  useHints(({ kind }) => kind === 'TRAINING', again);
  const toOf = ({ id }: { id: string }) => paths.trainingSessionOf(handle, id);
  let content = <Loading label={shell.loading} />;
  if (soon.failed || past.failed) content = <Away onRetry={again} />;
  else if (!soon.loading && !past.loading && soon.rows.length + past.rows.length === 0)
    content = (
      <Saying icon={<IconSchool size={28} />} title={training.myNone}>
        {training.myNoneText}
      </Saying>
    );
  else if (!soon.loading && !past.loading)
    content = (
      <>
        {soon.rows.length > 0 && <SessionRows rows={soon.rows} toOf={toOf} />}
        {past.rows.length > 0 && (
          <section aria-label={training.myPast}>
            <SessionRows rows={past.rows} toOf={toOf} />
          </section>
        )}
        {past.hasMore && (
          <Group justify="center" mt="md">
            <Button variant="default" loading={past.fetching} onClick={() => past.more()}>
              {training.more}
            </Button>
          </Group>
        )}
      </>
    );
  return (
    <Page title={training.myTitle} lead={training.myLead} narrow>
      <NewContent handle={handle} />
      <MyMissions handle={handle} />
      {content}
      <MyCertificates handle={handle} />
    </Page>
  );
}
