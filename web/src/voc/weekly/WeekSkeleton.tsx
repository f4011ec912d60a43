// The page before its figures are there: the same boxes in the same places, so that nothing jumps.
import { Skeleton } from '@mantine/core';
import { CATEGORIES } from '../../gql/words';
import classes from './weekly.module.css';

export function WeekSkeleton({ label }: { label: string }) {
  return (
    <div className={classes.page} role="status" aria-label={label}>
      <div className={classes.inner}>
        <div className={classes.head}>
          <div className={classes.headTitle}>
            <Skeleton height={14} width={80} radius="sm" />
            <Skeleton height={28} width={320} maw="100%" mt={10} radius="sm" />
          </div>
          <Skeleton height={36} width={380} maw="100%" />
        </div>
        <Skeleton className={classes.totals} height={76} />
        <div className={classes.figures}>
          {CATEGORIES.map((category) => (
            <Skeleton key={category} height={178} />
          ))}
        </div>
        <Skeleton height={388} />
      </div>
    </div>
  );
}
