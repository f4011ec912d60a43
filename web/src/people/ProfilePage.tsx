// Oneself: name, title, language, password, sessions.
import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useWords } from '../words/words';
import classes from './people.module.css';
import { Page } from './Page';
import { ProfileForm } from './ProfileForm';
import { ProfileLanguage } from './ProfileLanguage';
import { ProfilePassword } from './ProfilePassword';
import { ProfileSessions } from './ProfileSessions';

export default function ProfilePage() {
  const { people } = useWords();
  return (
    <Page title={people.profile.title} narrow>
      <Stack gap="lg">
        <Section title={people.profile.about}>
          <ProfileForm />
        </Section>
        <Section title={people.profile.language} hint={people.profile.languageHint}>
          <ProfileLanguage />
        </Section>
        <Section title={people.profile.password} hint={people.profile.passwordText}>
          <ProfilePassword />
        </Section>
        <Section title={people.profile.sessions}>
          <ProfileSessions />
        </Section>
      </Stack>
    </Page>
  );
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby={id}>
      <Title order={2} size="sm" id={id}>
        {title}
      </Title>
      {hint && (
        <Text size="sm" c="dimmed" mt={4}>
          {hint}
        </Text>
      )}
      <div className={classes.below}>{children}</div>
    </Paper>
  );
}
