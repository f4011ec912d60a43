// The words of a part in every language that the course has, one beside the other.
import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTrainingWords } from '../words/training';
import type { Locale } from '../words/words';
import type { CourseText } from './training.gql';

export type PartText = { locale: Locale; title: string; body: string };

export function usePartTexts(languages: readonly Locale[], texts: readonly CourseText[]) {
  const [values, setValues] = useState<PartText[]>(
    languages.map((locale) => {
      const text = texts.find((each) => each.locale === locale);
      return { locale, title: text?.title ?? '', body: text?.body ?? '' };
    }),
  );
  return {
    values,
    set: (locale: Locale, change: Partial<PartText>) =>
      setValues((old) => old.map((each) => (each.locale === locale ? { ...each, ...change } : each))),
    /** What is sent: languages that have a name already. */
    said: values
      .filter(({ title }) => title.trim())
      .map(({ locale, title, body }) => ({ locale, title, body: body.trim() || null })),
  };
}

export function PartTexts({ texts }: { texts: ReturnType<typeof usePartTexts> }) {
  const { training } = useTrainingWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: texts.values.length }}>
      {texts.values.map(({ locale, title, body }) => (
        <Stack key={locale} gap="sm">
          <TextInput
            label={training.partTitle(training.languages[locale])}
            maxLength={120}
            value={title}
            onChange={(event) => texts.set(locale, { title: event.currentTarget.value })}
          />
          <Textarea
            label={training.partBody(training.languages[locale])}
            description={training.markdown}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={10_000}
            value={body}
            onChange={(event) => texts.set(locale, { body: event.currentTarget.value })}
          />
        </Stack>
      ))}
    </SimpleGrid>
  );
}
