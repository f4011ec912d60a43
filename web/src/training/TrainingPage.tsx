// Training as the team sees it: what is coming, what was, and the courses behind it.
import { Anchor, Badge, Button, Group, Paper, Select } from '@mantine/core';
import { IconCalendarEvent, IconPlugConnectedX, IconPlus, IconSchool } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { COURSE_STAGES, type CourseStage } from '../gql/words';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import classesOfLists from '../people/people.module.css';
import { SearchInput } from '../people/SearchInput';
import { usePages } from '../people/usePages';
import { useSearch } from '../people/useSearch';
import { useHints } from '../session/live';
import { useSignedIn } from '../session/me';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { inLocale } from './said';
import { SessionRows } from './SessionRows';
import { SessionsQuery } from './sessions.gql';
import { type Show, SHOWS, TrainingTabs } from './TrainingTabs';
import { CoursesQuery } from './training.gql';
import classes from './training.module.css';

const NewCourseDialog = lazy(() =>
  import('./NewCourseDialog').then((file) => ({ default: file.NewCourseDialog })),
);
const PlanDialog = lazy(() => import('./PlanDialog').then((file) => ({ default: file.PlanDialog })));

type Making = 'course' | 'session' | null;

export default function TrainingPage() {
  const { training } = useTrainingWords();
  const navigate = useNavigate();
  const may = useSignedIn().abilities.answer;
  const [parameters] = useSearchParams();
  const show: Show = SHOWS.find((each) => each === parameters.get('show')) ?? 'sessions';
  const [making, setMaking] = useState<Making>(null);
  const ofCourses = show === 'courses' || show === 'archived';
  const make = may && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setMaking(ofCourses ? 'course' : 'session')}
    >
      {ofCourses ? training.newCourse : training.newSession}
    </Button>
  );
  return (
    <Page title={training.title} lead={training.lead} actions={make}>
      <TrainingTabs at={show} />
      {ofCourses ? (
        <Courses archived={show === 'archived'} key={show} />
      ) : (
        <Sessions when={show === 'past' ? 'PAST' : 'UPCOMING'} key={show} />
      )}
      <Suspense>
        {making === 'course' && (
          <NewCourseDialog onClose={() => setMaking(null)} onMade={(id) => void navigate(paths.course(id))} />
        )}
        {making === 'session' && (
          <PlanDialog
            session={null}
            onClose={() => setMaking(null)}
            onDone={(id) => void navigate(paths.trainingSession(id))}
          />
        )}
      </Suspense>
    </Page>
  );
}

function Sessions({ when }: { when: 'UPCOMING' | 'PAST' }) {
  const { training, shell } = useTrainingWords();
  const list = usePages(SessionsQuery, { when, courseId: null, first: 30 }, (data) => data.trainingSessions);
  useHints(({ kind }) => kind === 'TRAINING', list.again);
  if (list.failed) return <Away onRetry={list.again} />;
  if (list.loading) return <Loading label={shell.loading} />;
  if (list.rows.length === 0)
    return (
      <Saying
        icon={<IconCalendarEvent size={28} />}
        title={when === 'PAST' ? training.noPast : training.noSessions}
      >
        {training.noSessionsText}
      </Saying>
    );
  return (
    <>
      <SessionRows rows={list.rows} toOf={({ id }) => paths.trainingSession(id)} />
      {list.hasMore && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={list.fetching} onClick={() => list.more()}>
            {training.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function Courses({ archived }: { archived: boolean }) {
  const { training, shell } = useTrainingWords();
  const locale = useLocale();
  const { text, setText, search } = useSearch();
  const [stage, setStage] = useState<CourseStage | null>(null);
  const [{ data, error }, again] = useQuery({
    query: CoursesQuery,
    variables: { stage, archived, search: search || null },
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'TRAINING',
    () => again({ requestPolicy: 'network-only' }),
  );
  const filtered = Boolean(search || stage);
  let content = <Loading label={shell.loading} />;
  if (data && data.courses.length > 0)
    content = (
      <Paper withBorder className={classesOfLists.list}>
        <ul className={classes.list} role="list">
          {data.courses.map((course) => {
            const words = inLocale(course.texts, locale);
            return (
              <li key={course.id} className={classes.row}>
                <span className={classes.main}>
                  <span className={classes.head}>
                    <Anchor
                      underline="always"
                      component={Link}
                      to={paths.course(course.id)}
                      className={classesOfLists.cover}
                    >
                      {words?.title}
                    </Anchor>
                    <Badge variant="default" tt="none">
                      {training.stages[course.stage]}
                    </Badge>
                    {course.draft && (
                      <Badge variant="light" color="yellow" tt="none" autoContrast>
                        {course.published ? training.editing : training.draftOnly}
                      </Badge>
                    )}
                  </span>
                  {words?.summary && <span>{words.summary}</span>}
                  <span className={classes.facts}>
                    {course.published && <span>{training.versionNumber(course.published.number)}</span>}
                    <span>{course.texts.map((each) => training.languages[each.locale]).join(' · ')}</span>
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      </Paper>
    );
  else if (data)
    content = (
      <Saying
        icon={<IconSchool size={28} />}
        title={filtered || archived ? training.noneFound : training.noCourses}
      >
        {filtered || archived ? null : training.noCoursesText}
      </Saying>
    );
  else if (error) content = <Away onRetry={() => again({ requestPolicy: 'network-only' })} />;
  return (
    <>
      <div className={classesOfLists.tools}>
        <SearchInput
          label={training.searchCourses}
          hint={training.searchCourses}
          value={text}
          onChange={setText}
        />
        <Select
          aria-label={training.stage}
          placeholder={training.anyStage}
          clearable
          value={stage}
          data={COURSE_STAGES.map((value) => ({ value, label: training.stages[value] }))}
          onChange={(value) => setStage(COURSE_STAGES.find((each) => each === value) ?? null)}
        />
      </div>
      {content}
    </>
  );
}

export function Away({ onRetry }: { onRetry: () => void }) {
  const { shell } = useTrainingWords();
  return (
    <Failed
      icon={<IconPlugConnectedX size={28} />}
      title={shell.failedTitle}
      text={shell.failed}
      retry={shell.retry}
      onRetry={onRetry}
    />
  );
}
