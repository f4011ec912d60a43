// The wall of honour of one company: who has finished which course, and what was said aloud of it.
import { Button, Checkbox, Group, Paper, Text, Title } from '@mantine/core';
import { IconAward } from '@tabler/icons-react';
import { useMutation, useQuery } from 'urql';
import { useHints } from '../session/live';
import { useCertificateWords } from '../words/certificates';
import { dateOf, longDay } from '../words/dates';
import { useLocale } from '../words/words';
import { KeepAway, OpenWall, type WallOfHonour, WallQuery } from './certificates.gql';
import classes from './certificates.module.css';
import { inLocale } from './said';
import panels from './training.module.css';
import { useRun } from './useRun';

/** Nothing where it is closed and nobody here could open it. */
export function Wall({ spaceId, title }: { spaceId: string; title: string }) {
  const { certificates } = useCertificateWords();
  const [{ data }, again] = useQuery({
    query: WallQuery,
    variables: { spaceId },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  const { run, running } = useRun(read);
  const [, open] = useMutation(OpenWall);
  const [, keepAway] = useMutation(KeepAway);
  const wall = data?.space.wallOfHonour;
  if (!wall || (!wall.open && !wall.abilities.open)) return null;
  return (
    <Paper withBorder component="section" className={panels.panel} mt="lg" aria-labelledby="wall-of-honour">
      <div className={panels.panelHead}>
        <Title order={2} size="sm" id="wall-of-honour">
          {title}
        </Title>
        {wall.abilities.open && (
          <Button
            size="xs"
            variant={wall.open ? 'default' : 'light'}
            loading={running}
            onClick={() => void run(() => open({ input: { open: !wall.open } }))}
          >
            {wall.open ? certificates.closeWall : certificates.openWall}
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed" mb="md">
        {wall.open ? certificates.wallLead : certificates.wallClosed}
      </Text>
      {wall.open && <Courses wall={wall} />}
      {wall.open && wall.abilities.keepAway && (
        <Group>
          <Checkbox
            label={certificates.keepAway}
            checked={wall.away}
            disabled={running}
            onChange={({ currentTarget: { checked } }) =>
              void run(() => keepAway({ input: { away: checked } }))
            }
          />
        </Group>
      )}
    </Paper>
  );
}

function Courses({ wall: { courses } }: { wall: WallOfHonour }) {
  const { certificates, training } = useCertificateWords();
  const locale = useLocale();
  if (courses.length === 0)
    return (
      <Text size="sm" mb="md">
        {certificates.wallEmpty}
      </Text>
    );
  return courses.map(({ id, stage, titles, people }) => (
    <section key={id} aria-labelledby={`wall-${id}`}>
      <Title order={3} size="h5" id={`wall-${id}`}>
        {inLocale(titles, locale)?.title}{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          {training.stages[stage]}
        </Text>
      </Title>
      <ul className={classes.people} role="list">
        {people.map(({ person, since, praise }) => (
          <li key={person.id} className={classes.honoured}>
            <span className={classes.name}>
              <IconAward size={20} className={classes.medal} aria-hidden />
              {person.name}
            </span>
            <Text size="xs" c="dimmed">
              {[person.title, longDay(locale, dateOf(since))].filter(Boolean).join(' · ')}
            </Text>
            {praise.map((words, at) => (
              <p key={at} className={classes.praise}>
                {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  ));
}
