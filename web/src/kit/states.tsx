// The states every page has: loading, empty, failed. Designed once.
import { Button, Center, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './kit.module.css';

export function Loading({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <Stack gap="md" p="md" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <Stack gap={8} key={index}>
          <Skeleton height={14} width={`${70 - ((index * 13) % 40)}%`} radius="sm" />
          <Skeleton height={10} width={`${45 - ((index * 7) % 20)}%`} radius="sm" />
        </Stack>
      ))}
    </Stack>
  );
}

type SayingProps = {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  order?: 1 | 2 | 3;
};

/** A quiet picture, a sentence, what to do first. */
export function Saying({ icon, title, children, action, order = 2 }: SayingProps) {
  return (
    <Center py={64} px="md">
      <Stack align="center" gap="sm" maw={420}>
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {icon}
        </ThemeIcon>
        <Title order={order} size="h4" ta="center">
          {title}
        </Title>
        {children && (
          <Text c="dimmed" ta="center" size="sm" className={classes.saying}>
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}

export function Failed({
  title,
  text,
  retry,
  onRetry,
  icon,
}: {
  title: string;
  text: string;
  retry: string;
  onRetry: () => void;
  icon: ReactNode;
}) {
  return (
    <div role="alert">
      <Saying
        icon={icon}
        title={title}
        action={
          <Button variant="light" onClick={onRetry}>
            {retry}
          </Button>
        }
      >
        {text}
      </Saying>
    </div>
  );
}
