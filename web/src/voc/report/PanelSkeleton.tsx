// Where the report will stand, while it is on its way: what is below it does not jump by all of its height.
import { Skeleton } from '@mantine/core';

export function PanelSkeleton() {
  return <Skeleton height={300} radius="md" aria-hidden />;
}
