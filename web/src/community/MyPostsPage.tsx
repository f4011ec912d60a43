// Where somebody wrote and what is new there, as this browser alone remembers it.
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconDeviceLaptop, IconMessage2Question } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Dialog } from '../kit/Dialog';
import { Loading, Saying } from '../kit/states';
import { Page } from '../people/Page';
import { useCommunityWords } from '../words/community';
import { BoardThreadRow } from './BoardThreadRow';
import classes from './community.module.css';
import { forgetAllWritten, forgetWritten } from './kept';
import { useBoardPaths } from './place';
import { Unread } from './Unread';
import { useNewReplies } from './useNewReplies';

export default function MyPostsPage() {
  const { community, shell } = useCommunityWords();
  const to = useBoardPaths();
  const { own, rows, count, loading, error, again } = useNewReplies({ seldom: false });
  const [asking, setAsking] = useState(false);
  let content = <Loading label={shell.loading} />;
  if (error && rows.length === 0) content = <Unread error={error} onRetry={again} />;
  else if (!loading && rows.length === 0)
    content = (
      <Saying
        icon={<IconMessage2Question size={28} />}
        title={community.mineNone}
        action={
          <Button component={Link} to={to.boards} variant="light">
            {community.title}
          </Button>
        }
      >
        {community.mineNoneText}
      </Saying>
    );
  else if (!loading)
    content = (
      <Paper withBorder component="ul" className={classes.list} aria-label={community.mineTitle}>
        {rows.map(({ thread, more }) => (
          <BoardThreadRow
            key={thread.id}
            thread={thread}
            beside={
              <div className={classes.mineTools}>
                {more > 0 && <span className={classes.badge}>{community.newReplies(more)}</span>}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={community.forgetOf(thread.title ?? community.deletedQuestion)}
                  onClick={() => forgetWritten(own, thread.id)}
                >
                  {community.forget}
                </Button>
              </div>
            }
          />
        ))}
      </Paper>
    );
  return (
    <Page
      title={community.mineTitle}
      lead={community.mineLead}
      back={{ to: to.boards, label: community.title }}
    >
      <div className={classes.keptHere}>
        <IconDeviceLaptop size={20} stroke={1.7} aria-hidden />
        <Text size="sm">{community.mineKept}</Text>
        {count > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {community.forgetAll}
          </Button>
        )}
      </div>
      {content}
      {asking && (
        <Dialog title={community.forgetAll} onClose={() => setAsking(false)} centered>
          <Text size="sm">{community.forgetAllText}</Text>
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
              {shell.cancel}
            </Button>
            <Button
              color="red.8"
              onClick={() => {
                forgetAllWritten(own);
                setAsking(false);
              }}
            >
              {community.forgetAll}
            </Button>
          </Group>
        </Dialog>
      )}
    </Page>
  );
}
