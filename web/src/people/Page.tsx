// The head of every page here: where one is, what it is for, what can be done.
import { Anchor, Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMe } from '../session/me';
import classes from './people.module.css';

type Props = {
  title: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
};

export function Page({ title, lead, back, actions, narrow = false, children }: Props) {
  const { installation } = useMe();
  useDocumentTitle(installation ? `${title} · ${installation.providerName}` : title);
  return (
    <Box className={classes.page} data-narrow={narrow || undefined}>
      {back && (
        <Anchor component={Link} to={back.to} size="sm" className={classes.back}>
          <IconArrowLeft size={14} aria-hidden />
          {back.label}
        </Anchor>
      )}
      <div className={classes.head}>
        <Box miw={0}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" size="sm" mt={4} component="div">
              {lead}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </div>
      {children}
    </Box>
  );
}
