// Only what differs from normal is marked: urgent, high, low; by shape as well as by colour.
import { type Icon, IconChevronDown, IconChevronUp, IconFlame } from '@tabler/icons-react';
import type { Priority } from '../gql/words';
import { useWords } from '../words/words';
import classes from './marks.module.css';

const SIGNS: Partial<Record<Priority, Icon>> = {
  URGENT: IconFlame,
  HIGH: IconChevronUp,
  LOW: IconChevronDown,
};

export function PriorityMark({ priority, size = 15 }: { priority: Priority | null; size?: number }) {
  const { threads } = useWords();
  const Sign = priority ? SIGNS[priority] : undefined;
  if (!priority || !Sign) return null;
  const label = `${threads.priority}: ${threads.priorities[priority]}`;
  return (
    <span className={classes.priority} data-priority={priority} role="img" aria-label={label} title={label}>
      <Sign size={size} stroke={2.2} aria-hidden />
    </span>
  );
}
