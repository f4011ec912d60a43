// What a course says of itself, in each of its languages.
import { Button, Group, Paper, Stack, Tabs, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { Markdown } from '../kit/Markdown';
import { useTrainingWords } from '../words/training';
import { type Locale, useLocale } from '../words/words';
import { inLocale } from './said';
import { type CourseContent, type CourseText, RemoveLanguage, WriteText } from './training.gql';
import classes from './training.module.css';
import { useRun } from './useRun';

const LANGUAGES: readonly Locale[] = ['ko', 'en'];

type Props = { content: CourseContent; writes: boolean; onChanged: () => void };

export function CourseWords({ content, writes, onChanged }: Props) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const [added, setAdded] = useState<Locale | null>(null);
  const spoken = LANGUAGES.filter(
    (each) => each === added || content.texts.some((text) => text.locale === each),
  );
  const missing = LANGUAGES.find((each) => !spoken.includes(each));
  const shown = inLocale(content.texts, locale)?.locale ?? 'ko';
  const [chosen, setChosen] = useState<string | null>(shown);
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="course-words">
      <div className={classes.panelHead}>
        <Title order={2} size="sm" id="course-words">
          {training.words}
        </Title>
        {writes && missing && (
          <Button
            size="xs"
            variant="light"
            onClick={() => {
              setAdded(missing);
              setChosen(missing);
            }}
          >
            {training.addLanguage(training.languages[missing])}
          </Button>
        )}
      </div>
      <Tabs value={chosen} onChange={setChosen} keepMounted={false}>
        <Tabs.List mb="md">
          {spoken.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {training.languages[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {spoken.map((each) => {
          const text = content.texts.find((one) => one.locale === each) ?? null;
          return (
            <Tabs.Panel key={each} value={each}>
              {writes ? (
                <Writing content={content} language={each} text={text} onChanged={onChanged} />
              ) : (
                text && <Reading text={text} />
              )}
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Paper>
  );
}

function Reading({ text }: { text: CourseText }) {
  return (
    <>
      <Text fw={600}>{text.title}</Text>
      {text.summary && <Text c="dimmed">{text.summary}</Text>}
      {text.body && <Markdown text={text.body} />}
    </>
  );
}

function Writing({
  content,
  language,
  text,
  onChanged,
}: {
  content: CourseContent;
  language: Locale;
  text: CourseText | null;
  onChanged: () => void;
}) {
  const { training } = useTrainingWords();
  const { run, running } = useRun(onChanged);
  const [, write] = useMutation(WriteText);
  const [, remove] = useMutation(RemoveLanguage);
  const [title, setTitle] = useState(text?.title ?? '');
  const [summary, setSummary] = useState(text?.summary ?? '');
  const [body, setBody] = useState(text?.body ?? '');
  const draft = { courseVersionId: content.id, version: content.version, locale: language };
  const changed =
    title !== (text?.title ?? '') || summary !== (text?.summary ?? '') || body !== (text?.body ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => write({ input: { ...draft, title, summary: summary || null, body: body || null } }));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={training.courseTitle}
          required
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={training.summary}
          autosize
          minRows={2}
          maxLength={300}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        <Textarea
          label={training.body}
          description={training.markdown}
          autosize
          minRows={6}
          maxRows={24}
          maxLength={20_000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          {text && content.texts.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              loading={running}
              onClick={() => void run(() => remove({ input: draft }))}
            >
              {training.removeLanguage(training.languages[language])}
            </Button>
          )}
          <Button type="submit" loading={running} disabled={!title.trim() || !changed}>
            {training.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
