// Oneself: name, title, colour, language, time zone, quiet hours, password, sessions.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router';
import { NotificationSettings } from '../notifications/NotificationSettings';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';
import { Page } from './Page';
import { ProfileColor } from './ProfileColor';
import { ProfileData } from './ProfileData';
import { ProfileDevices } from './ProfileDevices';
import { ProfileForm } from './ProfileForm';
import { ProfileLanguage } from './ProfileLanguage';
import { ProfilePassword } from './ProfilePassword';
import { ProfileQuiet } from './ProfileQuiet';
import { ProfileSessions } from './ProfileSessions';
import { ProfileZone } from './ProfileZone';

export default function ProfilePage() {
  const { erasing, notifications, own, people, sessions } = usePageWords();
  return (
    <Page title={people.profile.title} narrow>
      <Stack gap="lg">
        <Section title={people.profile.about}>
          <ProfileForm />
        </Section>
        <Section title={own.color} hint={own.colorHint}>
          <ProfileColor />
        </Section>
        <Section title={people.profile.language} hint={people.profile.languageHint}>
          <ProfileLanguage />
        </Section>
        <Section id="notifications" title={notifications.settings} hint={notifications.settingsHint}>
          <NotificationSettings />
        </Section>
        <Section title={own.zone} hint={own.zoneHint}>
          <ProfileZone />
        </Section>
        <Section title={own.quiet} hint={own.quietHint}>
          <ProfileQuiet />
        </Section>
        <Section title={people.profile.password} hint={people.profile.passwordText}>
          <ProfilePassword />
        </Section>
        <Section title={sessions.title} hint={sessions.hint}>
          <ProfileDevices />
        </Section>
        <Section title={people.profile.sessions}>
          <ProfileSessions />
        </Section>
        <Section title={erasing.own} hint={erasing.ownHint}>
          <ProfileData />
        </Section>
      </Stack>
    </Page>
  );
}

type SectionProps = { title: string; hint?: string; children: ReactNode; id?: string };

function Section({ title, hint, children, id: place }: SectionProps) {
  const id = useId();
  const section = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (place && hash === `#${place}`) section.current?.scrollIntoView();
  }, [place, hash]);
  return (
    <Paper
      withBorder
      component="section"
      ref={section}
      id={place}
      className={classes.panel}
      aria-labelledby={id}
    >
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
