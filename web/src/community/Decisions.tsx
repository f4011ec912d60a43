// What moderators decided on a board, with the bans that can be lifted. Whose post it was, nobody knows.
import { Button, Group, Paper, Select, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { Loading } from '../kit/states';
import { usePages } from '../people/usePages';
import { useCommunityWords } from '../words/community';
import { dayOnly } from '../words/dates';
import { useLocale } from '../words/words';
import type { Board } from './boards.gql';
import classes from './community.module.css';
import { DecisionsQuery, Lift } from './moderating.gql';
import { ReasonDialog } from './ReasonDialog';
import { Unread } from './Unread';
import { useRun } from './useRun';

const AT_ONCE = 20;

/** `round` counts what was decided on this page: after each the log is read again. */
type Props = { boards: readonly Board[]; round: number; onLifted: () => void };

export function Decisions({ boards, round, onLifted }: Props) {
  const { community, shell } = useCommunityWords();
  const locale = useLocale();
  const [boardId, setBoard] = useState((boards.find(({ anonymous }) => anonymous) ?? boards[0])?.id ?? '');
  const [lifting, setLifting] = useState<string | null>(null);
  const list = usePages(DecisionsQuery, { boardId, first: AT_ONCE }, (data) => data.board.decisions);
  useEffect(() => {
    if (round > 0) list.again();
  }, [round]);
  const { run, running } = useRun(() => {
    list.again();
    onLifted();
  });
  const [, lift] = useMutation(Lift);
  let content = <Loading rows={3} label={shell.loading} />;
  if (list.failed) content = <Unread onRetry={list.again} />;
  else if (!list.loading && list.rows.length === 0)
    content = (
      <Text size="sm" c="dimmed">
        {community.noLog}
      </Text>
    );
  else if (!list.loading)
    content = (
      <>
        <Paper withBorder component="ul" className={classes.list} aria-labelledby="board-log">
          {list.rows.map((decision) => (
            <li key={decision.id} className={classes.row}>
              <div className={classes.rowMain}>
                <Text size="sm" fw={600}>
                  {community.decided[decision.kind]}
                </Text>
                <Text size="sm">{decision.reason}</Text>
                <Text size="xs" c="dimmed">
                  {decision.moderatorName} · {dayOnly(locale, decision.decidedOn)}
                </Text>
              </div>
              {decision.liftable && (
                <Button size="compact-sm" variant="default" onClick={() => setLifting(decision.id)}>
                  {community.lift}
                </Button>
              )}
            </li>
          ))}
        </Paper>
        {list.hasMore && (
          <Group justify="center" mt="md">
            <Button variant="default" loading={list.fetching} onClick={() => list.more()}>
              {shell.more}
            </Button>
          </Group>
        )}
      </>
    );
  return (
    <section className={classes.log} aria-labelledby="board-log">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} size="h4" id="board-log">
            {community.log}
          </Title>
          <Text size="sm" c="dimmed">
            {community.logLead}
          </Text>
        </div>
        {boards.length > 1 && (
          <Select
            aria-label={community.board}
            allowDeselect={false}
            value={boardId}
            data={boards.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => setBoard(id ?? '')}
          />
        )}
      </Group>
      {content}
      {lifting && (
        <ReasonDialog
          title={community.liftTitle}
          texts={[community.liftText]}
          label={community.lift}
          running={running}
          onClose={() => setLifting(null)}
          onDecide={async (reason) => {
            if (await run(() => lift({ input: { decisionId: lifting, reason } }), community.lifted))
              setLifting(null);
          }}
        />
      )}
    </section>
  );
}
