// The state of a thread as a sign, a colour and a word; staff and clients say it differently.
import {
  type Icon,
  IconArchive,
  IconCircleCheckFilled,
  IconCircleDot,
  IconClockHour4,
  IconHourglassLow,
  IconMessageCircleFilled,
} from '@tabler/icons-react';
import type { ThreadState } from '../gql/words';
import { useSignedIn } from '../session/me';
import { useWords } from '../words/words';
import classes from './marks.module.css';

const FOR_STAFF: Record<ThreadState, Icon> = {
  OPEN: IconCircleDot,
  WAITING_FOR_CLIENT: IconHourglassLow,
  RESOLVED: IconCircleCheckFilled,
  CLOSED: IconArchive,
};
const FOR_CLIENTS: Record<ThreadState, Icon> = {
  OPEN: IconClockHour4,
  WAITING_FOR_CLIENT: IconMessageCircleFilled,
  RESOLVED: IconCircleCheckFilled,
  CLOSED: IconArchive,
};

export function StateMark({ state, pill = false }: { state: ThreadState; pill?: boolean }) {
  const staff = useSignedIn().role !== null;
  const { shell, threads } = useWords();
  const Sign = (staff ? FOR_STAFF : FOR_CLIENTS)[state];
  return (
    <span
      className={classes.state}
      data-state={state}
      data-client={!staff || undefined}
      data-pill={pill || undefined}
    >
      <Sign size={14} aria-hidden />
      {(staff ? shell.states : threads.clientStates)[state]}
    </span>
  );
}
