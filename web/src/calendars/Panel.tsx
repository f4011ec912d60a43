// A part of a calendar's page under a title of its own.
import { Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './calendars.module.css';

type Props = { title: string; hint?: string; action?: ReactNode; children: ReactNode };

export function Panel({ title, hint, action, children }: Props) {
  const id = useId();
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby={id}>
      <div className={classes.panelHead}>
        <div>
          <Title order={2} size="sm" id={id}>
            {title}
          </Title>
          {hint && (
            <Text size="xs" c="dimmed" mt={2}>
              {hint}
            </Text>
          )}
        </div>
        {action}
      </div>
      {children}
    </Paper>
  );
}
