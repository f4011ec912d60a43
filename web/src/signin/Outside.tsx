// The frame of every page in front of the sign-in: whose product this is, the language, one card.
import { Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconMessageCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSessionControl } from '../session/locale';
import { useMe } from '../session/me';
import { useWords } from '../words/words';
import classes from './signin.module.css';

export function Outside({ title, children }: { title: string; children: ReactNode }) {
  const { shell } = useWords();
  const { installation } = useMe();
  const { locale, setLocale } = useSessionControl();
  const other = locale === 'ko' ? 'en' : 'ko';
  const provider = installation?.providerName ?? '';
  useDocumentTitle(provider ? `${title} · ${provider}` : title);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Group gap="xs" wrap="nowrap" miw={0}>
          <ThemeIcon size={30} radius="md" aria-hidden>
            <IconMessageCircle size={18} stroke={2} />
          </ThemeIcon>
          <Text fw={700} truncate>
            {provider}
          </Text>
        </Group>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          lang={other}
          onClick={() => setLocale(other)}
          className={classes.quiet}
        >
          {shell.language}
        </Button>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}

/** One card in the middle: a heading, a sentence, what to do. */
export function OutsideCard({
  title,
  text,
  order = 1,
  children,
}: {
  title: string;
  text?: string;
  order?: 1 | 2;
  children: ReactNode;
}) {
  return (
    <Card className={classes.card} withBorder>
      <Stack gap="lg">
        <Stack gap={6}>
          <Title order={order} size="h3">
            {title}
          </Title>
          {text && (
            <Text c="dimmed" size="sm">
              {text}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Card>
  );
}
