// What a figure means, one hover, tap or key away from it.
import { ActionIcon, HoverCard, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';
import classes from './weekly.module.css';

export function Definition({ name, children }: { name: string; children: ReactNode }) {
  const { voc } = useWords();
  return (
    <HoverCard width={300} position="bottom" shadow="md" withArrow openDelay={120} events={{ hover: true, focus: true, touch: true }}>
      <HoverCard.Target>
        <ActionIcon variant="subtle" color="gray" size={28} className={classes.info} aria-label={voc.about(name)}>
          <IconInfoCircle size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </HoverCard.Target>
      <HoverCard.Dropdown className={classes.definition}>
        <Stack gap={8}>{children}</Stack>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

export function Sentence({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div>
      {title && (
        <Text size="xs" fw={600}>
          {title}
        </Text>
      )}
      <Text size="sm">{children}</Text>
    </div>
  );
}
