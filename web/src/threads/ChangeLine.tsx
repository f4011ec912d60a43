// A change of state or of the person in charge: a thin line between the messages.
import { exact, time } from '../words/dates';
import { useLocale, useWords } from '../words/words';
import classes from './Timeline.module.css';
import type { ChangeItem } from './threads.gql';

export function ChangeLine({ entry, reopened }: { entry: ChangeItem; reopened: boolean }) {
  const { threads, shell } = useWords();
  const locale = useLocale();
  const { actor, assignee, state, at } = entry;
  const sentence = () => {
    if (state === 'CLOSED') return threads.closedAlone;
    if (state === 'RESOLVED') return actor ? threads.resolvedBy(actor.name) : threads.resolvedAlone;
    if (state) return reopened && actor ? threads.reopenedBy(actor.name) : shell.states[state];
    if (!assignee) return threads.unassigned;
    return actor ? threads.assignedBy(actor.name, assignee.name) : threads.assignedAlone(assignee.name);
  };
  return (
    <li className={classes.change}>
      <span>
        {sentence()}
        <time dateTime={at} title={exact(locale, at)}>
          {time(locale, at)}
        </time>
      </span>
    </li>
  );
}
