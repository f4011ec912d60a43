// The first steps of each role: a card in the corner that is in nobody's way, and gone for good with one click.
import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSignedIn } from '../session/me';
import { useTourWords } from '../words/tour';
import classes from './Tour.module.css';
import { useTour } from './tour';

export default function Tour() {
  const words = useTourWords();
  const { role } = useSignedIn();
  const { end } = useTour();
  const [at, setAt] = useState(0);
  const steps = words.steps[role ?? 'CONTACT'];
  const step = steps[at];
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever went on hears the next step; nobody is pulled away from what they do by the first.
  useEffect(() => {
    if (at > 0) title.current?.focus();
  }, [at]);
  if (!step) return null;
  const last = at === steps.length - 1;
  return (
    <Paper component="aside" withBorder shadow="lg" className={classes.card} aria-label={words.title}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="xs" c="dimmed">
          {words.title} · {words.place(at + 1, steps.length)}
        </Text>
        <CloseButton size="sm" aria-label={words.skip} onClick={end} />
      </Group>
      <h2 ref={title} tabIndex={-1} className={classes.title}>
        {step.title}
      </h2>
      <Text size="sm" mt={4} className={classes.text}>
        {step.text}
      </Text>
      <Group justify="space-between" mt="sm">
        <span className={classes.dots} aria-hidden>
          {steps.map((each, index) => (
            <span key={each.title} data-here={index === at || undefined} />
          ))}
        </span>
        <Group gap="xs">
          {!last && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={end}>
              {words.skip}
            </Button>
          )}
          <Button size="compact-sm" onClick={() => (last ? end() : setAt(at + 1))}>
            {last ? words.done : words.next}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
