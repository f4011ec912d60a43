// Who drowns: each colleague's threads, whose turn it is and how long the oldest waits; every number opens its threads.
import { Anchor, Progress, Skeleton, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconClockExclamation, IconUserQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { PersonMark } from '../kit/PersonMark';
import { Failed } from '../kit/states';
import { paths } from '../paths';
import { useHints } from '../session/live';
import { useInboxWords } from '../words/inbox';
import { useWords } from '../words/words';
import { TeamLoadQuery } from './inbox.gql';
import { inboxSuffix, NOBODY } from './place';
import classes from './Team.module.css';
import { LONG_MS, waitingSince } from './waiting';

export function TeamDialog({ onClose }: { onClose: () => void }) {
  const inbox = useInboxWords();
  return (
    <Dialog title={inbox.team} onClose={onClose} size="lg">
      <TeamTable onOpen={onClose} />
    </Dialog>
  );
}

/** Where the thread will be, as long as none is opened. */
export function TeamPanel() {
  const inbox = useInboxWords();
  return (
    <section className={classes.panel} aria-label={inbox.team}>
      <Title order={2} size="h4">
        {inbox.team}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {inbox.teamHint}
      </Text>
      <TeamTable />
    </section>
  );
}

function TeamTable({ onOpen }: { onOpen?: () => void }) {
  const words = useWords();
  const { threads, shell } = words;
  const inbox = useInboxWords();
  const [{ data, error }, again] = useQuery({ query: TeamLoadQuery });
  useHints(
    (hint) => hint.kind === 'THREAD',
    () => again({ requestPolicy: 'network-only' }),
  );
  if (!data && error)
    return (
      <Failed
        icon={<IconAlertTriangle size={28} />}
        title={shell.failedTitle}
        text={sayError(words, error) ?? shell.failed}
        retry={shell.retry}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      />
    );
  if (!data) return <Skeleton height={220} role="status" aria-label={shell.loading} />;
  const most = Math.max(1, ...data.teamLoad.map(({ inProgress }) => inProgress));
  return (
    <Table verticalSpacing={6} horizontalSpacing={8} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{inbox.colleague}</Table.Th>
          <Table.Th className={classes.figure}>{inbox.ourTurn}</Table.Th>
          <Table.Th className={classes.figure}>{inbox.inProgress}</Table.Th>
          <Table.Th className={classes.figure}>{inbox.oldest}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.teamLoad.map(({ person, inProgress, waitingForUs, oldestWait }) => {
          const name = person?.name ?? threads.nobody;
          const assignee = person?.id ?? NOBODY;
          const long = oldestWait !== null && Date.now() - new Date(oldestWait).getTime() > LONG_MS;
          const opens = (what: string, value: string, order = '', queue = 'WAITING_FOR_US') => (
            <Anchor
              component={Link}
              to={`${paths.inbox}${inboxSuffix({ queue, assignee, order })}`}
              aria-label={inbox.opens(name, what, value)}
              className={classes.number}
              {...(onOpen ? { onClick: onOpen } : {})}
            >
              {value}
            </Anchor>
          );
          return (
            <Table.Tr key={assignee}>
              <Table.Td>
                <span className={classes.who}>
                  {person ? (
                    <PersonMark name={name} size={24} />
                  ) : (
                    <IconUserQuestion size={20} stroke={1.6} aria-hidden />
                  )}
                  <span className={classes.name}>
                    {name}
                    {person && !person.active && <Text span size="xs" c="dimmed">{` ${shell.left}`}</Text>}
                    <Progress.Root size={5} aria-hidden className={classes.bar}>
                      <Progress.Section value={(100 * waitingForUs) / most} color="var(--hotline-warn)" />
                      <Progress.Section
                        value={(100 * (inProgress - waitingForUs)) / most}
                        color="var(--hotline-field)"
                      />
                    </Progress.Root>
                  </span>
                </span>
              </Table.Td>
              <Table.Td className={classes.figure}>{opens(inbox.ourTurn, String(waitingForUs))}</Table.Td>
              <Table.Td className={classes.figure}>
                {opens(inbox.inProgress, String(inProgress), '', 'IN_PROGRESS')}
              </Table.Td>
              <Table.Td className={classes.figure} data-long={long || undefined}>
                {long && <IconClockExclamation size={14} aria-hidden />}{' '}
                {oldestWait
                  ? opens(inbox.oldest, waitingSince(words, oldestWait), 'LONGEST_WAITING')
                  : inbox.noWait}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
