// Training projects in rows, each with how far it is: those of one session by company, those of one company by course.
import { Anchor, Paper, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { day } from '../words/dates';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import { CompanyProjectsQuery, type ProjectRow, SessionProjectsQuery } from './projects.gql';
import { inLocale } from './said';
import { Standing } from './Standing';
import classes from './training.module.css';

export function SessionProjects({ sessionId }: { sessionId: string }) {
  const { missions } = useMissionWords();
  const [{ data }, again] = useQuery({
    query: SessionProjectsQuery,
    variables: { id: sessionId },
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => again({ requestPolicy: 'network-only' }),
  );
  const projects = data?.trainingSession.trainingProjects ?? [];
  return <Rows title={missions.byCompany} projects={projects} named={({ company }) => company.name} />;
}

export function CompanyProjects({ handle }: { handle: string }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const [{ data }, again] = useQuery({
    query: CompanyProjectsQuery,
    variables: { handle },
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => again({ requestPolicy: 'network-only' }),
  );
  const projects = data?.companyByHandle?.trainingProjects ?? [];
  return (
    <Rows
      title={missions.ofCompany}
      projects={projects}
      named={({ courseTexts, endedAt }) =>
        [inLocale(courseTexts, locale)?.title, day(locale, endedAt)].filter(Boolean).join(' · ')
      }
    />
  );
}

/** Where there is nothing, there is no panel. */
function Rows({
  title,
  projects,
  named,
}: {
  title: string;
  projects: readonly ProjectRow[];
  named: (project: ProjectRow) => string;
}) {
  if (projects.length === 0) return null;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="training-projects">
      <Title order={2} size="sm" id="training-projects" mb="xs">
        {title}
      </Title>
      <ul className={classes.list} role="list">
        {projects.map((project) => (
          <li key={project.id} className={classes.part}>
            <span className={classes.main}>
              <Anchor component={Link} to={paths.trainingProject(project.id)} size="sm" underline="always">
                {named(project)}
              </Anchor>
              <Standing progress={project.progress} />
            </span>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
