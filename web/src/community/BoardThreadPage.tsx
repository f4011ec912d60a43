// A question with all that was said under it: the answer that helped first, comments below what they are said of.
import { Button, Group, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Loading } from '../kit/states';
import { Page } from '../people/Page';
import { usePages } from '../people/usePages';
import { useSignedIn } from '../session/me';
import { useCommunityWords } from '../words/community';
import { type Post, PostsQuery, ThreadQuery } from './boards.gql';
import classes from './community.module.css';
import { FollowButton } from './FollowButton';
import { markSeen, useOwnKey } from './kept';
import { useBoardPaths } from './place';
import { PostView } from './PostView';
import { SayForm } from './SayForm';
import { Tags } from './Tags';
import { Unread } from './Unread';
import { useOnReturn } from './useOnReturn';

/** So many are read at once. */
const AT_ONCE = 100;

export default function BoardThreadPage() {
  const { community, shell } = useCommunityWords();
  const { boardId = '', threadId = '' } = useParams();
  const to = useBoardPaths();
  const own = useOwnKey();
  const ours = useSignedIn().role !== null;
  const [{ data, error }, again] = useQuery({ query: ThreadQuery, variables: { boardId, threadId } });
  const posts = usePages(PostsQuery, { threadId, first: AT_ONCE }, (read) => read.boardThread.posts);
  const readAgain = () => {
    again({ requestPolicy: 'network-only' });
    posts.again();
  };
  useOnReturn(readAgain);
  const seen = data?.boardThread.lastSeq ?? 0;
  const whole = !posts.loading && !posts.hasMore;
  useEffect(() => {
    if (whole) markSeen(own, threadId, seen);
  }, [own, threadId, seen, whole]);

  if ((error && !data) || posts.failed) return <Unread error={error} onRetry={readAgain} />;
  const [question, ...others] = posts.rows;
  if (!data || !question)
    return (
      <Page title={community.title} narrow>
        <Loading label={shell.loading} />
      </Page>
    );
  const { board, boardThread: thread, boardTags } = data;
  const place = { board, thread, tagsKnown: boardTags, onDone: readAgain };
  const answers = others
    .filter(({ kind }) => kind === 'ANSWER')
    .toSorted((a, b) => Number(b.accepted) - Number(a.accepted) || a.seq - b.seq);
  const commentsOn = (post: Post) => others.filter(({ parentId }) => parentId === post.id);
  return (
    <Page
      narrow
      title={thread.title ?? community.deletedQuestion}
      back={{ to: to.board(board.id), label: board.name }}
      lead={<Tags tags={thread.tags} />}
      actions={!board.anonymous && <FollowButton threadId={thread.id} />}
    >
      <PostView post={question} comments={commentsOn(question)} place={place} />
      <Title order={2} size="h5" className={classes.answersHead}>
        {thread.answers > 0 ? community.answersTitle(thread.answers) : community.noAnswers}
      </Title>
      {answers.map((post) => (
        <PostView key={post.id} post={post} comments={commentsOn(post)} place={place} />
      ))}
      {posts.hasMore && (
        <Group justify="center" my="md">
          <Button variant="default" loading={posts.fetching} onClick={() => posts.more()}>
            {shell.more}
          </Button>
        </Group>
      )}
      {board.abilities.answer ? (
        <section className={classes.answering} aria-labelledby="board-answer">
          <Title order={2} size="h5" mb="sm" id="board-answer">
            {ours ? community.yourOfficialAnswer : community.yourAnswer}
          </Title>
          <SayForm key={thread.id} board={board} threadId={thread.id} parent={null} onDone={readAgain} />
        </section>
      ) : (
        <Text size="sm" c="dimmed" mt="lg">
          {board.closedOn ? community.closedHere : community.readOnly}
        </Text>
      )}
    </Page>
  );
}
