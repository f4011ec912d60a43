// Closing a board, or opening it again: below its settings, asked once more.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useCommunityWords } from '../words/community';
import type { Board } from './boards.gql';
import classes from './community.module.css';
import { CloseBoard } from './moderating.gql';
import { useRun } from './useRun';

export function CloseBoardPart({ board, onDone }: { board: Board; onDone: (board: Board) => void }) {
  const { community, shell } = useCommunityWords();
  const [asking, setAsking] = useState(false);
  const { run, running } = useRun(() => {});
  const [, close] = useMutation(CloseBoard);
  const closed = board.closedOn !== null;
  const change = () =>
    run(async () => {
      const { data, error } = await close({
        input: { boardId: board.id, version: board.version, closed: !closed },
      });
      if (data) onDone(data.closeBoard.board);
      return { error };
    });
  if (!asking)
    return (
      <div className={classes.closing}>
        <Button
          variant="subtle"
          color={closed ? 'accent' : 'red'}
          loading={running}
          onClick={() => (closed ? void change() : setAsking(true))}
        >
          {closed ? community.reopen : community.close}
        </Button>
      </div>
    );
  return (
    <div className={classes.closing} role="group" aria-label={community.closeTitle}>
      <Text size="sm" fw={600}>
        {community.closeTitle}
      </Text>
      <Text size="sm">{community.closeText}</Text>
      <Group gap="xs" mt="sm">
        <Button variant="default" autoFocus onClick={() => setAsking(false)}>
          {shell.cancel}
        </Button>
        <Button color="red.8" loading={running} onClick={() => void change()}>
          {community.close}
        </Button>
      </Group>
    </div>
  );
}
