// One course: its draft as it is written, or what was published.
import { Alert, Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { COURSE_STAGES } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { useNewContentWords } from '../words/newContent';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { AnnounceDialog } from './AnnounceDialog';
import { CourseWords } from './CourseWords';
import { Materials } from './Materials';
import { Missions } from './Missions';
import { inLocale } from './said';
import { Away } from './TrainingPage';
import {
  ArchiveCourse,
  ChangeStage,
  CopyCourse,
  type CourseDetail,
  CourseQuery,
  PublishCourse,
  StartDraft,
} from './training.gql';
import classes from './training.module.css';
import { useRun } from './useRun';

export default function CoursePage() {
  const { training, shell } = useTrainingWords();
  const { id = '' } = useParams();
  const [{ data, error }, again] = useQuery({
    query: CourseQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  if (data) return <Course course={data.course} onChanged={read} />;
  if (error?.graphQLErrors.length)
    return (
      <Saying order={1} icon={<IconMapOff size={28} />} title={shell.notFoundTitle}>
        {shell.notFound}
      </Saying>
    );
  if (error) return <Away onRetry={read} />;
  return (
    <Page title={training.course}>
      <Loading label={shell.loading} />
    </Page>
  );
}

function Course({ course, onChanged }: { course: CourseDetail; onChanged: () => void }) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { run, running } = useRun(onChanged);
  const [publishing, setPublishing] = useState(false);
  const [announcing, setAnnouncing] = useState(false);
  const newContent = useNewContentWords();
  const [, copy] = useMutation(CopyCourse);
  const [, start] = useMutation(StartDraft);
  const [, archive] = useMutation(ArchiveCourse);
  const [, changeStage] = useMutation(ChangeStage);
  const content = course.draft ?? course.published;
  if (!content) return null;
  const { abilities, archivedAt, version } = course;
  const writes = abilities.write && course.draft !== null;
  const of = { courseId: course.id };
  const copyIt = () =>
    run(async () => {
      const result = await copy({ input: of });
      if (result.data) void navigate(paths.course(result.data.copyCourse.course.id));
      return result;
    });
  let state = training.isPublished(content.number);
  if (archivedAt) state = training.isArchived;
  else if (course.draft) state = training.isDraft;
  return (
    <Page
      title={inLocale(content.texts, locale)?.title ?? ''}
      back={{ to: paths.courses, label: training.courses }}
      lead={
        <Group gap="xs">
          <Badge variant="default" tt="none">
            {training.stages[course.stage]}
          </Badge>
          <span>{training.versionNumber(content.number)}</span>
        </Group>
      }
      actions={
        <>
          {abilities.archive && (
            <Button variant="default" loading={running} onClick={() => void copyIt()}>
              {training.copy}
            </Button>
          )}
          {abilities.archive && (
            <Button
              variant="default"
              loading={running}
              onClick={() =>
                void run(() => archive({ input: { ...of, version, archived: archivedAt === null } }))
              }
            >
              {archivedAt ? training.unarchive : training.archive}
            </Button>
          )}
          {abilities.write && course.published && (
            <Button variant="default" onClick={() => setAnnouncing(true)}>
              {newContent.announce}
            </Button>
          )}
          {abilities.write && !course.draft && (
            <Button loading={running} onClick={() => void run(() => start({ input: of }))}>
              {training.startDraft}
            </Button>
          )}
          {writes && <Button onClick={() => setPublishing(true)}>{training.publish}</Button>}
        </>
      }
    >
      <Alert color={writes ? 'yellow' : 'gray'} p="sm" mb="md">
        {state}
      </Alert>
      {writes && (
        <Select
          label={training.stage}
          mb="md"
          maw={260}
          allowDeselect={false}
          value={course.stage}
          data={COURSE_STAGES.map((value) => ({ value, label: training.stages[value] }))}
          onChange={(value) => {
            const stage = COURSE_STAGES.find((each) => each === value);
            if (stage && stage !== course.stage)
              void run(() => changeStage({ input: { ...of, version, stage } }));
          }}
        />
      )}
      <div className={classes.columns}>
        <CourseWords content={content} writes={writes} onChanged={onChanged} key={content.id} />
        <div>
          <Materials content={content} writes={writes} onChanged={onChanged} />
          <Missions content={content} writes={writes} onChanged={onChanged} />
        </div>
      </div>
      {announcing && course.published && (
        <AnnounceDialog versionId={course.published.id} onClose={() => setAnnouncing(false)} />
      )}
      {publishing && course.draft && (
        <Publish
          versionId={course.draft.id}
          version={course.draft.version}
          onClose={() => setPublishing(false)}
          onChanged={onChanged}
        />
      )}
    </Page>
  );
}

function Publish({
  versionId,
  version,
  onClose,
  onChanged,
}: {
  versionId: string;
  version: number;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { training, shell } = useTrainingWords();
  const { run, running } = useRun(() => {
    onClose();
    onChanged();
  });
  const [, publish] = useMutation(PublishCourse);
  return (
    <Dialog title={training.publishConfirm} onClose={onClose}>
      <Text mb="md">{training.publishHint}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
        <Button
          loading={running}
          data-autofocus
          onClick={() => void run(() => publish({ input: { courseVersionId: versionId, version } }))}
        >
          {training.publish}
        </Button>
      </Group>
    </Dialog>
  );
}
