// What a figure means, one hover, tap or key away from it.
import { ActionIcon, HoverCard, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { INSIDE_MAIN } from './inside';
import classes from './kit.module.css';

type Props = {
  /** What the button is called, such as “About: open threads”. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
};

export function Definition({ label, className, children }: Props) {
  // Kept in the page while closed, so that a screen reader says it with the button.
  const id = useId();
  return (
    <HoverCard
      width={300}
      position="bottom"
      shadow="md"
      openDelay={120}
      keepMounted
      portalProps={INSIDE_MAIN}
      events={{ hover: true, focus: true, touch: true }}
    >
      <HoverCard.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          className={className}
          aria-label={label}
          aria-describedby={id}
        >
          <IconInfoCircle size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </HoverCard.Target>
      <HoverCard.Dropdown className={classes.definition}>
        <Stack gap={8} id={id}>
          {children}
        </Stack>
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
