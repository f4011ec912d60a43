// The words behind one planning item: all of them, those told, those not.
import { Button, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { usePages } from '../../people/usePages';
import { useHints } from '../../session/live';
import { Loading } from '../../kit/states';
import { usePlanningWords } from '../../words/planning';
import { ItemVoices } from './planning.gql';
import classes from './planning.module.css';
import { Voices } from './Voices';

const SHOWN = ['all', 'told', 'not'] as const;
type Shown = (typeof SHOWN)[number];

export function ItemVoiceList({ number }: { number: number }) {
  const { planning, shell } = usePlanningWords();
  const [shown, setShown] = useState<Shown>('all');
  const told = shown === 'all' ? null : shown === 'told';
  const list = usePages(ItemVoices, { number, told }, (data) => data.planningItem.voices);
  useHints(({ kind }) => kind === 'PLANNING', list.again);
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-voices">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="sm" id="planning-voices">
          {planning.voices}
        </Title>
        <SegmentedControl
          size="xs"
          aria-labelledby="planning-voices"
          value={shown}
          onChange={setShown}
          data={SHOWN.map((value) => ({ value, label: planning.voicesOf[value] }))}
        />
      </Group>
      {list.loading ? (
        <Loading rows={3} label={shell.loading} />
      ) : list.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {list.failed ? shell.failed : planning.noVoices}
        </Text>
      ) : (
        <Voices voices={list.rows} />
      )}
      {list.hasMore && (
        <Button mt="sm" size="xs" variant="default" loading={list.fetching} onClick={() => list.more()}>
          {planning.more}
        </Button>
      )}
    </Paper>
  );
}
