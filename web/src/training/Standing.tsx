// How far somebody or a company is: a bar of what has passed, and in words what waits, came back or is late.
import { Progress as Bar } from '@mantine/core';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import type { Progress } from './missions.gql';
import { number } from './said';
import classes from './training.module.css';

export function Standing({ progress }: { progress: Progress }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const said = missions.doneOf(number(locale, progress.passed), number(locale, progress.steps));
  return (
    <>
      <Bar
        value={progress.steps === 0 ? 0 : (progress.passed / progress.steps) * 100}
        aria-label={said}
        color="teal"
        mb={6}
      />
      <Facts progress={progress} />
    </>
  );
}

export function Facts({ progress }: { progress: Progress }) {
  const { missions } = useMissionWords();
  const locale = useLocale();
  const { passed, steps, submitted, again, late } = progress;
  return (
    <span className={classes.facts}>
      <span>{missions.memberDone(number(locale, passed), number(locale, steps))}</span>
      {submitted > 0 && <span>{missions.waits(number(locale, submitted))}</span>}
      {again > 0 && <span>{missions.againCount(number(locale, again))}</span>}
      {late > 0 && <span>{missions.lateCount(number(locale, late))}</span>}
    </span>
  );
}
