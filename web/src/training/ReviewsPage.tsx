// What participants showed and waits for us: one after the other by keyboard, the oldest first; and where people get stuck.
import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useHints } from '../session/live';
import { useMissionWords } from '../words/missions';
import { useLocale } from '../words/words';
import { ReviewsQuery } from './missions.gql';
import { Review } from './Review';
import { number } from './said';
import { StuckSteps } from './StuckSteps';
import { Away } from './TrainingPage';

/** As many are at hand at once; the next ones come when these are done. */
const AT_HAND = 25;

export default function ReviewsPage() {
  const { missions, training, shell } = useMissionWords();
  const locale = useLocale();
  const [{ data, error }, again] = useQuery({
    query: ReviewsQuery,
    variables: { first: AT_HAND, after: null },
    requestPolicy: 'cache-and-network',
  });
  const read = () => again({ requestPolicy: 'network-only' });
  useHints(({ kind }) => kind === 'TRAINING', read);
  const rows = data?.missionReviews.edges.map(({ node }) => node) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const move = (by: number) => setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.id ?? null);
  useHotkeys([
    ['J', () => move(1), { usePhysicalKeys: true }],
    ['K', () => move(-1), { usePhysicalKeys: true }],
  ]);
  const current = rows[at];
  let content = <Loading label={shell.loading} />;
  if (error && !data) content = <Away onRetry={read} />;
  else if (data && !current)
    content = (
      <Saying icon={<IconChecks size={28} />} title={missions.noReviews}>
        {missions.noReviewsText}
      </Saying>
    );
  else if (current)
    content = (
      <>
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {missions.place(number(locale, at + 1), number(locale, rows.length))}
          </Text>
          <Group gap="xs">
            <Button variant="default" size="compact-sm" disabled={at === 0} onClick={() => move(-1)}>
              {missions.previous}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={at === rows.length - 1}
              onClick={() => move(1)}
            >
              {missions.next}
            </Button>
          </Group>
        </Group>
        <Review key={current.id} waiting={current} onDone={read} />
      </>
    );
  return (
    <Page
      title={missions.reviews}
      lead={data ? missions.reviewsLead(number(locale, data.missionReviewCounts.all)) : undefined}
      back={{ to: paths.training, label: training.title }}
    >
      {content}
      <StuckSteps />
    </Page>
  );
}
