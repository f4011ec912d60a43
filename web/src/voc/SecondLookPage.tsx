// The second look: words that a colleague has coded, to be coded again without knowing how. One key each.
import { Alert, Button, Group, Kbd, Paper, Text, VisuallyHidden } from '@mantine/core';
import { IconChecks, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { CATEGORIES } from '../gql/words';
import { sayError } from '../kit/errors';
import { Failed, Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { refusalOf } from '../session/client';
import { useQualityWords } from '../words/quality';
import { useLocale, useWords } from '../words/words';
import { count } from './numbers';
import type { Task } from './quality/quality.gql';
import { SaidAt } from './SaidAt';
import classes from './quality/quality.module.css';
import { useSecondLook } from './quality/useSecondLook';
import { Choices } from './review/Choices';
import { useKeys } from './useKeys';

export default function SecondLookPage() {
  const words = useWords();
  const { shell } = words;
  const { look } = useQualityWords();
  const locale = useLocale();
  const second = useSecondLook();
  const { task, news } = second;
  useKeys({
    ...Object.fromEntries(
      CATEGORIES.map((category, index) => [String(index + 1), () => void second.choose(category)]),
    ),
    j: second.later,
    ArrowDown: second.later,
    z: second.back,
  });
  const said =
    news?.kind === 'SAVED'
      ? look.saved(shell.categories[news.category])
      : news?.kind === 'TAKEN'
        ? look.taken
        : news?.kind === 'AGAIN'
          ? look.again
          : '';
  return (
    <Page title={look.title} lead={look.lead} narrow back={{ to: paths.quality, label: look.toQuality }}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Text size="sm" className={classes.tabular} role="status" data-testid="waiting">
          {second.loaded ? look.waiting(count(locale, second.waiting)) : ' '}
        </Text>
        {second.done > 0 && (
          <Text size="sm" c="dimmed" className={classes.tabular}>
            {look.done(count(locale, second.done))}
          </Text>
        )}
      </Group>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {second.failed && (
        <Alert color="red" mb="sm" title={look.failed}>
          {sayError(words, second.failed) ?? shell.errors.other}
        </Alert>
      )}
      {refusalOf(second.error)?.code === 'DENIED' ? (
        <Saying icon={<IconLock size={28} />} title={look.deniedTitle}>
          {look.denied}
        </Saying>
      ) : !second.loaded && second.error ? (
        <Failed
          icon={<IconPlugConnectedX size={28} />}
          title={shell.failedTitle}
          text={sayError(words, second.error) ?? shell.failed}
          retry={shell.retry}
          onRetry={() => void second.load()}
        />
      ) : !second.loaded ? (
        <Loading rows={3} label={look.loading} />
      ) : task ? (
        <Paper withBorder className={classes.task}>
          <Words task={task} />
          <Choices
            legend={look.choose}
            chosen={null}
            disabled={false}
            onChoose={(category) => void second.choose(category)}
          />
        </Paper>
      ) : (
        <Saying icon={<IconChecks size={28} />} title={look.emptyTitle}>
          {look.empty}
        </Saying>
      )}
      {(second.more || second.done > 0) && (
        <Group mt="md" gap="xs">
          {second.more && (
            <Button variant="default" onClick={second.later} rightSection={<Kbd size="xs">J</Kbd>}>
              {look.next}
            </Button>
          )}
          {second.done > 0 && (
            <Button variant="subtle" onClick={second.back} rightSection={<Kbd size="xs">Z</Kbd>}>
              {look.back}
            </Button>
          )}
        </Group>
      )}
      {(task || second.done > 0) && (
        <Text size="xs" c="dimmed" mt="md" className={classes.keys}>
          {look.keys}
        </Text>
      )}
    </Page>
  );
}

/** What was said, where and when; the focus goes along, so that a screen reader reads the next one. */
function Words({ task }: { task: Task }) {
  const { shell, voc } = useWords();
  const locale = useLocale();
  const quote = useRef<HTMLQuoteElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) quote.current?.focus({ preventScroll: true });
    first.current = false;
  }, [task.id]);
  return (
    <>
      <blockquote
        ref={quote}
        tabIndex={-1}
        className={classes.taskQuote}
        lang={task.language === locale ? undefined : task.language}
      >
        {task.quote}
      </blockquote>
      <p className={classes.facts}>
        <span>{shell.channels[task.channel]}</span>
        <span>{voc.languages[task.language] ?? task.language}</span>
        <SaidAt item={task} />
      </p>
    </>
  );
}
