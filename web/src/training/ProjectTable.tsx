// People down, steps across; the first column stays. What the team does has a row of its own.
import { Badge, Paper, Table, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCircle, IconClock, type Icon, IconRotateClockwise2 } from '@tabler/icons-react';
import type { MissionStepState } from '../gql/words';
import classesOfLists from '../people/people.module.css';
import { day } from '../words/dates';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import type { Cell, Project, ProjectStep } from './projects.gql';
import classes from './project.module.css';
import { inLocale, number } from './said';
import { Facts } from './Standing';

const SIGNS: Record<MissionStepState, Icon> = {
  OPEN: IconCircle,
  SUBMITTED: IconClock,
  PASSED: IconCheck,
  AGAIN: IconRotateClockwise2,
};

type Opening = ((stepId: string, title: string) => void) | null;

export function ProjectTable({ project, onOpen }: { project: Project; onOpen: Opening }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const { steps, members, missionSteps } = project;
  const cells = new Map(
    missionSteps.map((cell) => [`${cell.courseStepId} ${cell.person?.id ?? 'team'}`, cell]),
  );
  const shared = steps.some(({ teamMode }) => teamMode === 'ANY');
  return (
    <Paper withBorder className={classesOfLists.list} mb="md">
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={missions.table}>
        <Table className={classes.table} aria-label={missions.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{missions.person}</Table.Th>
              {steps.map((step) => (
                <Head key={step.id} step={step} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map(({ id, person, progress }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  <span className={classes.who}>
                    <span>{person.name}</span>
                    {person.title && (
                      <Text size="xs" c="dimmed">
                        {person.title}
                      </Text>
                    )}
                    <Facts progress={progress} />
                  </span>
                </Table.Th>
                {steps.map((step) => (
                  <State
                    key={step.id}
                    cell={cells.get(`${step.id} ${person.id}`)}
                    who={person.name}
                    what={inLocale(step.texts, locale)?.title ?? ''}
                    onOpen={onOpen}
                  />
                ))}
              </Table.Tr>
            ))}
            {shared && (
              <Table.Tr>
                <Table.Th scope="row">
                  <span className={classes.who}>{missions.wholeTeam}</span>
                </Table.Th>
                {steps.map((step) => (
                  <State
                    key={step.id}
                    cell={cells.get(`${step.id} team`)}
                    who={missions.wholeTeam}
                    what={inLocale(step.texts, locale)?.title ?? ''}
                    onOpen={onOpen}
                  />
                ))}
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      </div>
    </Paper>
  );
}

function Head({ step }: { step: ProjectStep }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const { progress, dueAt } = step;
  return (
    <Table.Th scope="col">
      <span className={classes.head}>
        <Text size="xs" c="dimmed">
          {inLocale(step.missionTexts, locale)?.title}
        </Text>
        <span className={classes.title}>{inLocale(step.texts, locale)?.title}</span>
        <Text size="xs" c="dimmed" span>
          {[
            dueAt && missions.due(day(locale, dueAt)),
            missions.passedOf(number(locale, progress.passed), number(locale, progress.steps)),
            progress.late > 0 && missions.lateCount(number(locale, progress.late)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
    </Table.Th>
  );
}

function State({
  cell,
  who,
  what,
  onOpen,
}: {
  cell: Cell | undefined;
  who: string;
  what: string;
  onOpen: Opening;
}) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  if (!cell)
    return (
      <Table.Td className={classes.none}>
        <span aria-hidden>–</span>
      </Table.Td>
    );
  const Sign = SIGNS[cell.state];
  const shown = (
    <>
      <Sign size={16} stroke={2} aria-hidden className={classes.sign} />
      <span>{missions.short[cell.state]}</span>
      {cell.late && cell.state !== 'PASSED' && (
        <Badge variant="light" color="red" size="sm" tt="none" autoContrast>
          {missions.late}
        </Badge>
      )}
      {cell.sentBack > 0 && (
        <Text span size="xs" c="dimmed">
          {missions.sentBackTimes(number(locale, cell.sentBack))}
        </Text>
      )}
    </>
  );
  return (
    <Table.Td>
      {onOpen ? (
        <UnstyledButton
          className={classes.state}
          data-state={cell.state}
          aria-label={[
            who,
            what,
            missions.short[cell.state],
            cell.late && cell.state !== 'PASSED' && missions.late,
          ]
            .filter(Boolean)
            .join(', ')}
          onClick={() => onOpen(cell.id, missions.who(who, what))}
        >
          {shown}
        </UnstyledButton>
      ) : (
        <span className={classes.state} data-state={cell.state}>
          {shown}
        </span>
      )}
    </Table.Td>
  );
}
