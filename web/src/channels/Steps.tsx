// The five steps of an import: where one is, and what is behind.
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useImportWords } from '../words/importing';
import classes from './importing.module.css';

/** `at` counts from 0; `finished`: the last one is behind as well. */
export function Steps({ at, finished }: { at: number; finished: boolean }) {
  const { importing } = useImportWords();
  return (
    <ol className={classes.steps} aria-label={importing.steps}>
      {importing.stepNames.map((name, index) => {
        const done = index < at || (finished && index === at);
        return (
          <li
            key={name}
            className={classes.step}
            data-done={done || undefined}
            data-here={index === at || undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={classes.stepMark} aria-hidden>
              {done ? <IconCheck size={14} stroke={2.4} /> : index + 1}
            </span>
            <span className={classes.stepName}>
              {name}
              {done && <VisuallyHidden> ({importing.stepDone})</VisuallyHidden>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
