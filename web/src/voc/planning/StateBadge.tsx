// The state of a planning item: a colour and a word, everywhere the same.
import { Badge } from '@mantine/core';
import type { PlanningState } from '../../gql/words';
import { usePlanningWords } from '../../words/planning';

const COLORS: Record<PlanningState, string> = {
  CONSIDERING: 'gray',
  PLANNED: 'blue',
  IN_PROGRESS: 'yellow',
  SHIPPED: 'teal',
  DECLINED: 'red',
};

export const STATES: readonly PlanningState[] = [
  'CONSIDERING',
  'PLANNED',
  'IN_PROGRESS',
  'SHIPPED',
  'DECLINED',
];

export function StateBadge({ state }: { state: PlanningState }) {
  const { planning } = usePlanningWords();
  return (
    <Badge variant="light" color={COLORS[state]} tt="none" autoContrast>
      {planning.states[state]}
    </Badge>
  );
}
