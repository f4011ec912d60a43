// One quiet line over the writing field: who else writes or looks. A colleague who answers already is worth a second look.
import { IconEye, IconLock, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import classes from './WhoIsHere.module.css';
import type { Present } from './usePresence';

const DOINGS = ['WRITING', 'NOTING', 'VIEWING'] as const;
const ICONS: Record<Present['doing'], ReactNode> = {
  WRITING: <IconPencil size={13} aria-hidden />,
  NOTING: <IconLock size={13} aria-hidden />,
  VIEWING: <IconEye size={13} aria-hidden />,
};
const SHOWN = 2;

export function WhoIsHere({ people }: { people: readonly Present[] }) {
  const { threads } = useWords();
  const said = DOINGS.map((doing) => ({
    doing,
    names: people.filter((each) => each.doing === doing).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
  return (
    <div className={classes.here} role="status">
      {said.map(({ doing, names }) => (
        <span key={doing} className={classes.who} data-doing={doing}>
          {ICONS[doing]}
          {threads.here[doing](names.slice(0, SHOWN).join(', '), Math.max(0, names.length - SHOWN))}
        </span>
      ))}
    </div>
  );
}
