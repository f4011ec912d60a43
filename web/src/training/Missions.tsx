// Missions of a version with their steps, and in a draft the dialogs that write them.
import {
  Alert,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { ShownBy, TeamMode } from '../gql/words';
import { Dialog } from '../kit/Dialog';
import { sayError } from '../kit/errors';
import { useTrainingWords } from '../words/training';
import { useLocale } from '../words/words';
import { PartTexts, usePartTexts } from './PartTexts';
import { PartTools } from './PartTools';
import { inLocale } from './said';
import { type CourseContent, type Mission, type Step, WriteMission, WriteStep } from './training.gql';
import classes from './training.module.css';

const SHOWN: readonly ShownBy[] = ['TICK', 'TEXT', 'LINK', 'FILE', 'SCREENSHOT', 'QUESTION'];
const TEAMS: readonly TeamMode[] = ['EACH', 'ANY', 'ALL'];

type Props = { content: CourseContent; writes: boolean; onChanged: () => void };
type Editing = { mission: Mission | null } | { of: Mission; step: Step | null };

export function Missions({ content, writes, onChanged }: Props) {
  const { training } = useTrainingWords();
  const locale = useLocale();
  const [editing, setEditing] = useState<Editing | null>(null);
  const missionIds = content.missions.map(({ id }) => id);
  const done = () => {
    setEditing(null);
    onChanged();
  };
  return (
    <Paper withBorder component="section" className={classes.panel} aria-labelledby="course-missions">
      <div className={classes.panelHead}>
        <Title order={2} size="sm" id="course-missions">
          {training.missions}
        </Title>
        {writes && (
          <Button size="xs" variant="light" onClick={() => setEditing({ mission: null })}>
            {training.addMission}
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed" mb="xs">
        {content.missions.length === 0 ? training.noMissions : training.missionsHint}
      </Text>
      {content.missions.map((mission) => {
        const name = inLocale(mission.texts, locale)?.title ?? '';
        const stepIds = mission.steps.map(({ id }) => id);
        return (
          <div key={mission.id}>
            <div className={classes.part}>
              <Text fw={600} className={classes.main}>
                {name}
              </Text>
              {writes && (
                <PartTools
                  content={content}
                  id={mission.id}
                  name={name}
                  ids={missionIds}
                  onEdit={() => setEditing({ mission })}
                  onChanged={onChanged}
                />
              )}
            </div>
            <ol className={classes.steps}>
              {mission.steps.map((step) => {
                const title = inLocale(step.texts, locale)?.title ?? '';
                return (
                  <li key={step.id} className={classes.part}>
                    <span className={classes.main}>
                      <span>{title}</span>
                      <span className={classes.facts}>
                        <span>{training.shown[step.shownBy]}</span>
                        <span>{training.dueIn(step.dueDays)}</span>
                        <span>{training.teams[step.teamMode]}</span>
                      </span>
                    </span>
                    {writes && (
                      <PartTools
                        content={content}
                        id={step.id}
                        name={title}
                        ids={stepIds}
                        onEdit={() => setEditing({ of: mission, step })}
                        onChanged={onChanged}
                      />
                    )}
                  </li>
                );
              })}
              {writes && (
                <li>
                  <Button size="xs" variant="subtle" onClick={() => setEditing({ of: mission, step: null })}>
                    {training.addStep}
                  </Button>
                </li>
              )}
            </ol>
          </div>
        );
      })}
      {editing && 'mission' in editing && (
        <MissionDialog
          content={content}
          mission={editing.mission}
          onClose={() => setEditing(null)}
          onDone={done}
        />
      )}
      {editing && 'of' in editing && (
        <StepDialog
          content={content}
          mission={editing.of}
          step={editing.step}
          onClose={() => setEditing(null)}
          onDone={done}
        />
      )}
    </Paper>
  );
}

type Closing = { onClose: () => void; onDone: () => void };

function MissionDialog({
  content,
  mission,
  onClose,
  onDone,
}: Closing & { content: CourseContent; mission: Mission | null }) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const texts = usePartTexts(
    content.texts.map(({ locale }) => locale),
    mission?.texts ?? [],
  );
  const [{ error, fetching }, write] = useMutation(WriteMission);
  const save = async () => {
    const { data } = await write({
      input: {
        courseVersionId: content.id,
        version: content.version,
        ...(mission ? { missionId: mission.id } : {}),
        texts: texts.said,
      },
    });
    if (data) onDone();
  };
  return (
    <Dialog title={mission ? training.editMission : training.addMission} size="xl" onClose={onClose}>
      <Stack>
        <PartTexts texts={texts} />
        {error && (
          <Alert color="red" role="alert" p="sm">
            {sayError(words, error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button loading={fetching} disabled={texts.said.length === 0} onClick={() => void save()}>
            {training.save}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function StepDialog({
  content,
  mission,
  step,
  onClose,
  onDone,
}: Closing & { content: CourseContent; mission: Mission; step: Step | null }) {
  const words = useTrainingWords();
  const { training, shell } = words;
  const texts = usePartTexts(
    content.texts.map(({ locale }) => locale),
    step?.texts ?? [],
  );
  const [shownBy, setShownBy] = useState<ShownBy>(step?.shownBy ?? 'TICK');
  const [teamMode, setTeamMode] = useState<TeamMode>(step?.teamMode ?? 'EACH');
  const [dueDays, setDueDays] = useState<number | string>(step?.dueDays ?? 5);
  const [{ error, fetching }, write] = useMutation(WriteStep);
  const save = async () => {
    const { data } = await write({
      input: {
        courseVersionId: content.id,
        version: content.version,
        missionId: mission.id,
        ...(step ? { stepId: step.id } : {}),
        shownBy,
        teamMode,
        dueDays: Number(dueDays),
        texts: texts.said,
      },
    });
    if (data) onDone();
  };
  return (
    <Dialog title={step ? training.editStep : training.addStep} size="xl" onClose={onClose}>
      <Stack>
        <PartTexts texts={texts} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Select
            label={training.shownBy}
            allowDeselect={false}
            value={shownBy}
            data={SHOWN.map((value) => ({ value, label: training.shown[value] }))}
            onChange={(value) => setShownBy(SHOWN.find((each) => each === value) ?? 'TICK')}
          />
          <Select
            label={training.team}
            allowDeselect={false}
            value={teamMode}
            data={TEAMS.map((value) => ({ value, label: training.teams[value] }))}
            onChange={(value) => setTeamMode(TEAMS.find((each) => each === value) ?? 'EACH')}
          />
          <NumberInput
            label={training.due}
            min={0}
            max={250}
            allowDecimal={false}
            value={dueDays}
            onChange={setDueDays}
          />
        </SimpleGrid>
        {error && (
          <Alert color="red" role="alert" p="sm">
            {sayError(words, error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button
            loading={fetching}
            disabled={texts.said.length === 0 || dueDays === ''}
            onClick={() => void save()}
          >
            {training.save}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
