// Posts that were reported, one after the other by keyboard, the most reported first; and what was decided.
import { Alert, Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { Loading, Saying } from '../kit/states';
import { Page } from '../people/Page';
import { useCommunityWords } from '../words/community';
import { BoardsQuery } from './boards.gql';
import { Decisions } from './Decisions';
import { type Reported, ReportedQuery } from './moderating.gql';
import { useBoardPaths } from './place';
import { ReportedPost } from './ReportedPost';
import { Unread } from './Unread';
import { useReportHints } from './useBoardHints';

export default function ModerationPage() {
  const { community, shell } = useCommunityWords();
  const to = useBoardPaths();
  const [{ data, error }, again] = useQuery({ query: ReportedQuery });
  const [{ data: known }] = useQuery({ query: BoardsQuery });
  const [decided, setDecided] = useState(0);
  const read = () => again({ requestPolicy: 'network-only' });
  useReportHints(() => {
    read();
    setDecided((times) => times + 1);
  });
  const waiting = data?.reportedBoardPosts ?? [];
  const boards = known?.boards ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  // What a moderator looks at stays before them when the queue changes, also when somebody else was quicker.
  const done = useRef(new Set<string>());
  const looked = useRef<{ reported: Reported; at: number } | null>(null);
  const settled =
    chosen !== null &&
    !done.current.has(chosen) &&
    looked.current?.reported.post.id === chosen &&
    waiting.every(({ post }) => post.id !== chosen);
  const rows =
    settled && looked.current ? waiting.toSpliced(looked.current.at, 0, looked.current.reported) : waiting;
  const at = Math.max(
    0,
    rows.findIndex(({ post }) => post.id === chosen),
  );
  const move = (by: number) =>
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.post.id ?? null);
  useHotkeys([
    ['J', () => move(1), { usePhysicalKeys: true }],
    ['K', () => move(-1), { usePhysicalKeys: true }],
  ]);
  const current = rows[at];
  useEffect(() => {
    if (!current) return;
    looked.current = { reported: current, at };
    if (current.post.id !== chosen) setChosen(current.post.id);
  });
  const goOn = () => {
    if (current) done.current.add(current.post.id);
    // The next one takes its place.
    setChosen(rows[at + 1]?.post.id ?? null);
    setDecided((times) => times + 1);
    read();
  };
  let content = <Loading label={shell.loading} />;
  if (error && !data) content = <Unread error={error} onRetry={read} />;
  else if (data && !current)
    content = (
      <Saying icon={<IconShieldCheck size={28} />} title={community.noReports}>
        {community.noReportsText}
      </Saying>
    );
  else if (current)
    content = (
      <>
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {community.place(at + 1, rows.length)}
          </Text>
          <Group gap="xs">
            <Button variant="default" size="compact-sm" disabled={at === 0} onClick={() => move(-1)}>
              {community.previous}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={at === rows.length - 1}
              onClick={() => move(1)}
            >
              {community.next}
            </Button>
          </Group>
        </Group>
        {settled && (
          <Alert role="status" color="gray" mb="sm" p="sm">
            {community.settledMeanwhile}
          </Alert>
        )}
        <ReportedPost
          key={current.post.id}
          reported={current}
          board={boards.find(({ id }) => id === current.boardId) ?? null}
          onDone={goOn}
        />
      </>
    );
  return (
    <Page
      title={community.moderation}
      lead={rows.length > 0 ? community.moderationLead(rows.length) : undefined}
      back={{ to: to.boards, label: community.title }}
    >
      {content}
      {boards.length > 0 && <Decisions boards={boards} round={decided} onLifted={read} />}
    </Page>
  );
}
