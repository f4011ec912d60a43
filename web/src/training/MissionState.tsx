// Where a step stands, until when it is wanted, and whether that is over.
import { Badge } from '@mantine/core';
import type { MissionStepState } from '../gql/words';
import { day } from '../words/dates';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import { number } from './said';
import classes from './training.module.css';

const COLORS: Record<MissionStepState, string> = {
  OPEN: 'blue',
  SUBMITTED: 'gray',
  PASSED: 'teal',
  AGAIN: 'orange',
};

export type Standing = {
  state: MissionStepState;
  late: boolean;
  dueAt: string | null;
  teamMode: 'EACH' | 'ANY' | 'ALL';
  team: { people: number; passed: number } | null;
};

export function MissionState({ step }: { step: Standing }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const { state, late, dueAt, team, teamMode } = step;
  const wanted = state === 'OPEN' || state === 'AGAIN';
  return (
    <span className={classes.facts}>
      <Badge variant="light" color={COLORS[state]} tt="none" autoContrast>
        {missions.states[state]}
      </Badge>
      {late && (
        <Badge variant="light" color="red" tt="none" autoContrast>
          {missions.late}
        </Badge>
      )}
      {wanted && dueAt && <span>{missions.due(day(locale, dueAt))}</span>}
      {teamMode === 'ANY' && <span>{missions.forTeam}</span>}
      {team && <span>{missions.together(number(locale, team.passed), number(locale, team.people))}</span>}
    </span>
  );
}
