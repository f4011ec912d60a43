// A contact's missions on the page of their trainings: what is to be done, and how the company is getting on.
import { Anchor, Paper, Progress as Bar, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { Link } from 'react-router';
import { Moment } from '../kit/Moment';
import { paths } from '../paths';
import classesOfLists from '../people/people.module.css';
import { useHints } from '../session/live';
import { useMissionWords } from '../words/missions';
import { useTroubleWords } from '../words/trouble';
import { useLocale } from '../words/words';
import { MissionState } from './MissionState';
import { MyMissionsQuery, type MyStep, OurProjectsQuery, type Progress } from './missions.gql';
import { inLocale, number } from './said';
import { Facts, Standing } from './Standing';
import classes from './training.module.css';

export function MyMissions({ handle }: { handle: string }) {
  const [{ data: mine }, readMine] = useQuery({ query: MyMissionsQuery, requestPolicy: 'cache-and-network' });
  const [{ data: ours }, readOurs] = useQuery({
    query: OurProjectsQuery,
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => {
      readMine({ requestPolicy: 'network-only' });
      readOurs({ requestPolicy: 'network-only' });
    },
  );
  const steps = mine?.myMissions ?? [];
  const projects = ours?.me?.company?.space?.trainingProjects ?? [];
  return (
    <>
      {[...new Set(steps.map(({ project }) => project.id))].map((id) => (
        <Project key={id} steps={steps.filter(({ project }) => project.id === id)} handle={handle} />
      ))}
      {projects.map((project) => (
        <Ours key={project.id} project={project} handle={handle} />
      ))}
    </>
  );
}

function Project({ steps, handle }: { steps: MyStep[]; handle: string }) {
  const { missions } = useMissionWords();
  const trouble = useTroubleWords();
  const locale = useLocale();
  const title = inLocale(steps[0]?.project.courseTexts ?? [], locale)?.title ?? '';
  const done = steps.filter((step) => step.done).length;
  const said = missions.doneOf(number(locale, done), number(locale, steps.length));
  return (
    <section aria-label={`${missions.mine}: ${title}`}>
      <h2 className={classes.month}>{`${missions.mine} · ${title}`}</h2>
      <Paper withBorder className={classesOfLists.list}>
        <div className={classes.progress}>
          <Bar value={(done / steps.length) * 100} aria-label={said} color="teal" />
          <Text size="sm" c="dimmed">
            {said}
          </Text>
        </div>
        <ul className={classes.list} role="list">
          {steps.map((step) => (
            <li key={step.id} className={classes.row}>
              <span className={classes.main}>
                <span className={classes.head}>
                  <Anchor
                    underline="hover"
                    component={Link}
                    to={paths.mission(handle, step.id)}
                    className={classesOfLists.cover}
                    fw={600}
                    c="bright"
                  >
                    {inLocale(step.texts, locale)?.title}
                  </Anchor>
                  <Text span size="sm" c="dimmed">
                    {inLocale(step.missionTexts, locale)?.title}
                  </Text>
                </span>
                <MissionState step={step} />
                {step.troubles.length > 0 && (
                  <span className={classes.facts}>
                    <span>{trouble.askedCount(number(locale, step.troubles.length))}</span>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Paper>
    </section>
  );
}

type OurProject = {
  id: string;
  courseTexts: { locale: 'ko' | 'en'; title: string }[];
  progress: Progress;
  members: { id: string; person: { name: string }; progress: Progress }[];
  praise: { id: string; words: string; at: string; person: { name: string } }[];
};

/** Who owns the space reads everybody's; who took part reads the sum and the praise. */
function Ours({ project, handle }: { project: OurProject; handle: string }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const title = inLocale(project.courseTexts, locale)?.title ?? '';
  return (
    <section aria-label={`${missions.ours}: ${title}`}>
      <h2 className={classes.month}>{`${missions.ours} · ${title}`}</h2>
      <Paper withBorder className={classes.panel}>
        <Standing progress={project.progress} />
        <Anchor
          component={Link}
          to={paths.trainingProjectOf(handle, project.id)}
          size="sm"
          underline="always"
          aria-label={missions.openOurs(title)}
        >
          {missions.open}
        </Anchor>
        {project.members.length > 1 && (
          <ul className={classes.list} aria-label={missions.members}>
            {project.members.map(({ id, person, progress }) => (
              <li key={id} className={classes.part}>
                <Text span className={classes.main}>
                  {person.name}
                </Text>
                <Facts progress={progress} />
              </li>
            ))}
          </ul>
        )}
        {project.praise.length > 0 && (
          <>
            <Text size="sm" fw={600} mt="md">
              {missions.praise}
            </Text>
            <ul className={classes.list}>
              {project.praise.map(({ id, words, at, person }) => (
                <li key={id} className={classes.part}>
                  <span className={classes.main}>
                    <span className={classes.said}>{words}</span>
                    <span className={classes.facts}>
                      <span>{person.name}</span>
                      <Moment at={at} span inherit />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Paper>
    </section>
  );
}
