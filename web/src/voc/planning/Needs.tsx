// The needs of which a planning item was made: look, add, take away.
import { ActionIcon, Anchor, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { paths } from '../../paths';
import { usePlanningWords } from '../../words/planning';
import { useLocale } from '../../words/words';
import { count } from '../numbers';
import { NeedSelect } from './NeedSelect';
import { AddPlanningNeed, type PlanningItem, RemovePlanningNeed } from './planning.gql';
import classes from './planning.module.css';
import { useSaying } from './useSaying';

export function Needs({ item, onChanged }: { item: PlanningItem; onChanged: () => void }) {
  const { planning, shell } = usePlanningWords();
  const locale = useLocale();
  const say = useSaying();
  const [adding, setAdding] = useState<string[] | null>(null);
  const [{ fetching }, add] = useMutation(AddPlanningNeed);
  const [, remove] = useMutation(RemovePlanningNeed);
  const may = item.abilities.plan;
  const save = async () => {
    for (const needId of adding ?? []) {
      const { error } = await add({ input: { planningItemId: item.id, needId } });
      if (error) return say.refusal(error);
    }
    setAdding(null);
    say.done(planning.saved);
    onChanged();
  };
  const drop = async (needId: string) => {
    const { error } = await remove({ input: { planningItemId: item.id, needId } });
    if (error) return say.refusal(error);
    say.done(planning.saved);
    onChanged();
  };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="planning-needs">
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="sm" id="planning-needs">
          {planning.needs}
        </Title>
        {may && adding === null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding([])}
          >
            {planning.addNeed}
          </Button>
        )}
      </Group>
      {item.needs.length === 0 && (
        <Text size="sm" c="dimmed">
          {planning.noNeeds}
        </Text>
      )}
      <ul className={classes.list} role="list">
        {item.needs.map((need) => (
          <li key={need.id}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <span className={classes.facts}>
                <Anchor underline="hover" component={Link} to={paths.need(need.number)} size="sm">
                  {need.title}
                </Anchor>
                <span>{planning.mentions(count(locale, need.mentions))}</span>
                <span>{planning.companies(count(locale, need.companies))}</span>
              </span>
              {may && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={planning.removeNeed(need.title)}
                  onClick={() => void drop(need.id)}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {adding !== null && (
        <>
          <NeedSelect label={planning.addNeed} value={adding} onChange={setAdding} />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={() => setAdding(null)}>
              {shell.cancel}
            </Button>
            <Button size="xs" loading={fetching} disabled={adding.length === 0} onClick={() => void save()}>
              {shell.save}
            </Button>
          </Group>
        </>
      )}
    </Paper>
  );
}
