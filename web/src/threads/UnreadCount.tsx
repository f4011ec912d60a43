// How many messages the viewer has not read; nothing when there are none.
import { useWords } from '../words/words';
import classes from './marks.module.css';

export function UnreadCount({ count }: { count: number }) {
  const { threads } = useWords();
  if (count === 0) return null;
  return (
    <span className={classes.unread} role="img" aria-label={threads.unread(count)}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
