// Rows before they have come: as many, as high and as long as the real ones, so that nothing jumps.
import { Skeleton } from '@mantine/core';
import { useWords } from '../words/words';
import classes from './Inbox.module.css';
import { ROW_HEIGHT, useDensity } from './useDensity';

export function InboxWaiting() {
  const { shell } = useWords();
  const [density] = useDensity();
  return (
    <div className={classes.scroll} role="status" aria-label={shell.loading}>
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className={classes.waitingRow} style={{ height: ROW_HEIGHT[density] }}>
          {density === 'comfortable' && <Skeleton height={10} width={`${30 + ((index * 17) % 25)}%`} />}
          <Skeleton height={13} width={`${85 - ((index * 13) % 35)}%`} />
          <Skeleton height={10} width={`${50 - ((index * 7) % 20)}%`} />
        </div>
      ))}
    </div>
  );
}
