// One reported post: what it says, what was said of it, and what is done.
import { Anchor, Button, Group, Paper, Text, Textarea, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { Markdown } from '../kit/Markdown';
import { useCommunityWords } from '../words/community';
import { dayOnly } from '../words/dates';
import { useLocale } from '../words/words';
import { AuthorFace, useAuthorName } from './Author';
import type { Board } from './boards.gql';
import { PostPictures } from './PostPictures';
import classes from './community.module.css';
import { Ban, Dismiss, Hide, type Reported } from './moderating.gql';
import { useBoardPaths } from './place';
import { ReasonDialog } from './ReasonDialog';
import { useRun } from './useRun';

type Props = { reported: Reported; board: Board | null; onDone: () => void };

export function ReportedPost({ reported: { post, boardId, reports }, board, onDone }: Props) {
  const { community } = useCommunityWords();
  const locale = useLocale();
  const to = useBoardPaths();
  const who = useAuthorName(post.author);
  const [reason, setReason] = useState('');
  const [banning, setBanning] = useState(false);
  const { run, running } = useRun(onDone);
  // After a ban the post still waits for what becomes of it.
  const { run: runBan, running: runningBan } = useRun(() => {});
  const [, hide] = useMutation(Hide);
  const [, dismiss] = useMutation(Dismiss);
  const [, ban] = useMutation(Ban);
  const [first] = reports;
  const hideReason =
    first && first.reason !== 'OTHER' ? community.reasons[first.reason] : community.hideReasonOther;
  const judge = (way: 'hide' | 'dismiss') => {
    if (running || (way === 'hide' && !post.abilities.hide)) return;
    const said = reason.trim() || (way === 'hide' ? hideReason : community.dismissReason);
    const input = { postId: post.id, reason: said };
    void run(
      () => (way === 'hide' ? hide({ input }) : dismiss({ input })),
      way === 'hide' ? community.hidden : community.dismissed,
    );
  };
  useHotkeys([
    ['H', () => judge('hide'), { usePhysicalKeys: true }],
    ['D', () => judge('dismiss'), { usePhysicalKeys: true }],
  ]);
  return (
    <div className={classes.columns}>
      <div>
        <Paper withBorder component="article" className={classes.panel} aria-label={who} mb="md">
          <header className={classes.by}>
            <AuthorFace author={post.author} />
            <div className={classes.who}>
              <span className={classes.name}>{who}</span>
              {post.author.companyLabel && (
                <span className={classes.company}>{post.author.companyLabel}</span>
              )}
              <span className={classes.when}>{dayOnly(locale, post.createdOn)}</span>
              {board && <span className={classes.quiet}>{board.name}</span>}
            </div>
          </header>
          <div className={classes.said}>
            {post.body === '' ? (
              <Text c="dimmed">{community.deletedPost}</Text>
            ) : (
              <Markdown text={post.body} />
            )}
            <PostPictures pictures={post.pictures} />
          </div>
          <Anchor component={Link} to={to.thread(boardId, post.threadId)} size="sm" td="underline">
            {community.inThread}
          </Anchor>
        </Paper>
        <Paper withBorder className={classes.panel}>
          <Textarea
            label={community.reason}
            description={community.reasonHint(hideReason)}
            autosize
            minRows={1}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="xs" mt="md">
            {post.abilities.hide && (
              <Button
                loading={running}
                leftSection={<IconEyeOff size={16} aria-hidden />}
                onClick={() => judge('hide')}
              >
                {community.hide}
              </Button>
            )}
            <Button
              variant="default"
              loading={running}
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={() => judge('dismiss')}
            >
              {community.dismiss}
            </Button>
            {post.abilities.ban && (
              <Button variant="subtle" color="red" onClick={() => setBanning(true)}>
                {community.ban}
              </Button>
            )}
            <Text size="xs" c="dimmed" visibleFrom="sm">
              {community.keys}
            </Text>
          </Group>
        </Paper>
      </div>
      <Paper withBorder component="section" className={classes.panel} aria-labelledby="board-reports">
        <Title order={2} size="h5" id="board-reports">
          {community.reports(reports.length)}
        </Title>
        <ul className={classes.reports}>
          {reports.map((report) => (
            <li key={report.id}>
              <Text size="sm" fw={600}>
                {community.reasons[report.reason]}
              </Text>
              {report.words && <Text size="sm">{report.words}</Text>}
              <Text size="xs" c="dimmed">
                {dayOnly(locale, report.reportedOn)}
              </Text>
            </li>
          ))}
        </ul>
      </Paper>
      {banning && (
        <ReasonDialog
          title={community.banTitle}
          texts={[community.banText, community.banMore]}
          label={community.ban}
          danger
          running={runningBan}
          onClose={() => setBanning(false)}
          onDecide={async (said) => {
            if (await runBan(() => ban({ input: { postId: post.id, reason: said } }), community.banned))
              setBanning(false);
          }}
        />
      )}
    </div>
  );
}
