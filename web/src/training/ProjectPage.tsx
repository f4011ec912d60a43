// One training project: how far a company is, by person and step. Staff open what was shown; its owner sees who is where.
import { Anchor, Paper, Text, Title } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Moment } from '../kit/Moment';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { day } from '../words/dates';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import { ProjectTable } from './ProjectTable';
import { type Project, ProjectQuery } from './projects.gql';
import { inLocale, number } from './said';
import { ShownDialog } from './ShownDialog';
import { Standing } from './Standing';
import { Away } from './TrainingPage';
import classes from './training.module.css';

export default function ProjectPage() {
  const { missions, shell } = useMissionWords();
  const { id = '', handle } = useParams();
  const [{ data, error }, again] = useQuery({
    query: ProjectQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING' || kind === 'SPACE', read);
  if (data) return <Shown project={data.trainingProject} handle={handle ?? null} />;
  if (error?.graphQLErrors.length)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  if (error) return <Away onRetry={read} />;
  return (
    <Page title={missions.project}>
      <Loading label={shell.loading} />
    </Page>
  );
}

function Shown({ project, handle }: { project: Project; handle: string | null }) {
  const { missions } = useMissionWords();
  const { role } = useSignedIn();
  const locale = useLocale();
  const [opened, setOpened] = useState<{ id: string; title: string } | null>(null);
  const { company, praise, progress, trainingSession } = project;
  const course = inLocale(project.courseTexts, locale)?.title ?? '';
  const back =
    handle === null
      ? trainingSession && { to: paths.trainingSession(trainingSession.id), label: missions.toSession }
      : { to: paths.trainingOf(handle), label: missions.back };
  return (
    <Page
      title={handle === null ? company.name : course}
      {...(back && { back })}
      lead={
        <span className={classes.facts}>
          {handle === null && (
            <>
              <span>{course}</span>
              <Anchor component={Link} to={paths.company(company.handle)} inherit underline="always">
                {missions.toCompany}
              </Anchor>
            </>
          )}
          <span>{missions.endedOn(day(locale, project.endedAt))}</span>
          {role && progress.submitted > 0 && (
            <Anchor component={Link} to={paths.missionReviews} inherit underline="always">
              {missions.toReviews(number(locale, progress.submitted))}
            </Anchor>
          )}
        </span>
      }
    >
      <Paper withBorder className={classes.panel}>
        <Standing progress={progress} />
      </Paper>
      <ProjectTable project={project} onOpen={role ? (id, title) => setOpened({ id, title }) : null} />
      {praise.length > 0 && (
        <Paper withBorder component="section" className={classes.panel} aria-labelledby="project-praise">
          <Title order={2} size="sm" id="project-praise">
            {missions.praise}
          </Title>
          <ul className={classes.list} role="list">
            {praise.map(({ id, words, at, person }) => (
              <li key={id} className={classes.part}>
                <span className={classes.main}>
                  <Text className={classes.said}>{words}</Text>
                  <span className={classes.facts}>
                    <span>{person.name}</span>
                    <Moment at={at} span inherit />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Paper>
      )}
      {opened && <ShownDialog stepId={opened.id} title={opened.title} onClose={() => setOpened(null)} />}
    </Page>
  );
}
