// On a need's page: the planning items that were made of it, and the way to make one.
import { Anchor, Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { paths } from '../../paths';
import { useHints } from '../../session/live';
import { usePlanningWords } from '../../words/planning';
import { PlansOfNeedQuery } from './planning.gql';
import classes from './planning.module.css';
import { StateBadge } from './StateBadge';

export function PlansOfNeed({ need }: { need: { id: string; title: string } }) {
  const { planning } = usePlanningWords();
  const [{ data }, ask] = useQuery({
    query: PlansOfNeedQuery,
    variables: { needId: need.id },
    requestPolicy: 'cache-and-network',
  });
  useHints(
    ({ kind }) => kind === 'PLANNING',
    () => ask({ requestPolicy: 'network-only' }),
  );
  const items = data?.planningItems.edges.map(({ node }) => node) ?? [];
  const make = new URLSearchParams({ new: '1', need: need.id, title: need.title });
  return (
    <section aria-labelledby="need-plans">
      <Title order={2} size="h5" mb={4} id="need-plans">
        {planning.ofNeed}
      </Title>
      {data && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {planning.ofNeedNone}
        </Text>
      )}
      <ul className={classes.list} role="list">
        {items.map(({ id, number, title, state }) => (
          <li key={id} className={classes.rowHead}>
            <Anchor underline="always" component={Link} to={paths.planningItem(number)} size="sm">
              #{number} {title}
            </Anchor>
            <StateBadge state={state} />
          </li>
        ))}
      </ul>
      {data?.planningItems.abilities.plan && (
        <Button
          component={Link}
          to={`${paths.planning}?${make}`}
          mt="xs"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
        >
          {planning.create}
        </Button>
      )}
    </section>
  );
}
