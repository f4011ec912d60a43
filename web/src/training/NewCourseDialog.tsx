// A new course begins with its name, its stage and the language it is written in first.
import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { COURSE_STAGES, type CourseStage } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useTrainingWords } from '../words/training';
import { type Locale, useLocale } from '../words/words';
import { CreateCourse } from './training.gql';

export function NewCourseDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const [title, setTitle] = useState('');
  const [stage, setStage] = useState<CourseStage>('BASIC');
  const [locale, setLocale] = useState<Locale>(useLocale());
  const [{ error, fetching }, create] = useMutation(CreateCourse);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await create({ input: { title, stage, locale } });
    if (data) onMade(data.createCourse.course.id);
  };
  return (
    <Dialog title={training.newCourse} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={training.courseTitle}
            required
            maxLength={120}
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={training.stage}
            allowDeselect={false}
            value={stage}
            data={COURSE_STAGES.map((value) => ({ value, label: training.stages[value] }))}
            onChange={(value) => setStage(COURSE_STAGES.find((each) => each === value) ?? 'BASIC')}
          />
          <Select
            label={training.language}
            allowDeselect={false}
            value={locale}
            data={(['ko', 'en'] as const).map((value) => ({ value, label: training.languages[value] }))}
            onChange={(value) => setLocale(value === 'en' ? 'en' : 'ko')}
          />
          {error && (
            <Alert color="red" role="alert" p="sm">
              {sayError(words, error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {shell.cancel}
            </Button>
            <Button type="submit" loading={fetching} disabled={!title.trim()}>
              {training.newCourse}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
