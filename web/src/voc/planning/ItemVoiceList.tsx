// The words behind one planning item: all of them, those told, those not.
import { Button, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { usePages } from '../../people/usePages';
import { useHints } from '../../session/live';
import { Loading } from '../../kit/states';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { ItemVoices, type PlanningItem, TellDecisionAgain } from './planning.gql';
import classes from './planning.module.css';
import { useSaying } from './useSaying';
import { Voices } from './Voices';

const SHOWN = ['all', 'told', 'not'] as const;
type Shown = (typeof SHOWN)[number];

export function ItemVoiceList({ item }: { item: PlanningItem }) {
  const { planning, shell } = usePlanningWords();
  const { number } = item;
  const { total, told: heard } = item.telling;
  const decided = item.state === 'SHIPPED' || item.state === 'DECLINED';
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
      {decided && item.abilities.plan && heard < total && <TellAgain item={item} />}
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

/** Whoever got an access or a thread since can be told now; whoever cannot stays listed with the reason. */
function TellAgain({ item }: { item: PlanningItem }) {
  const { planning } = usePlanningWords();
  const locale = useLocale();
  const say = useSaying();
  const [{ fetching }, tell] = useMutation(TellDecisionAgain);
  const again = async () => {
    const { error } = await tell({ input: { planningItemId: item.id } });
    if (error) return say.refusal(error);
    say.done(planning.tellingAgain);
  };
  return (
    <Group gap="sm" mb="xs">
      <Text size="sm">{planning.notYetTold(count(locale, item.telling.total - item.telling.told))}</Text>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={fetching}
        onClick={() => void again()}
      >
        {planning.tellAgain}
      </Button>
    </Group>
  );
}
