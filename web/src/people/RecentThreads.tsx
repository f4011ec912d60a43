// The latest threads of a company's space, and the way to each.
import { Anchor, Badge, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { ThreadState } from '../gql/words';
import { Moment } from '../kit/Moment';
import { paths } from '../paths';
import { useSignedIn } from '../session/me';
import { usePageWords } from '../words/pages';
import classes from './people.module.css';

type Thread = { id: string; number: number; heading: string; state: ThreadState; lastMessageAt: string };

const COLORS: Record<ThreadState, string> = {
  OPEN: 'accent',
  WAITING_FOR_CLIENT: 'yellow',
  RESOLVED: 'teal',
  CLOSED: 'gray',
};

export function RecentThreads({ threads, handle }: { threads: readonly Thread[]; handle: string }) {
  const { people, shell } = usePageWords();
  const { abilities } = useSignedIn();
  return (
    <Stack component="section" gap="xs" mt="xl">
      <Title order={2} size="sm">
        {people.company.recent}
      </Title>
      <Paper withBorder className={classes.list}>
        {threads.length === 0 ? (
          <Text size="sm" c="dimmed" p="lg">
            {people.company.noThreads} {people.company.noThreadsHint}
          </Text>
        ) : (
          <ul className={classes.lines}>
            {threads.map(({ id, number, heading, state, lastMessageAt }) => (
              <li key={id} className={`${classes.line} ${classes.row}`}>
                <div className={classes.who}>
                  <Anchor
                    component={Link}
                    to={abilities.answer ? paths.inboxThread(id) : paths.thread(handle, id)}
                    className={classes.cover}
                    size="sm"
                    lineClamp={1}
                  >
                    {heading || people.company.untitled}
                  </Anchor>
                  <Text size="xs" c="dimmed" component="div">
                    #{number} · <Moment at={lastMessageAt} />
                  </Text>
                </div>
                <Badge variant="light" color={COLORS[state]} size="sm" tt="none" className={classes.badge}>
                  {shell.states[state]}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </Paper>
    </Stack>
  );
}
