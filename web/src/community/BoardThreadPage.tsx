// A question with all that was said under it: the answer that helped first, comments below what they are said of.
import { Button, Group, Text, Title } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Loading } from '../kit/states';
import { Page } from '../people/Page';
import { refusalOf } from '../session/client';
import { usePages } from '../people/usePages';
import { useSignedIn } from '../session/me';
import { useCommunityWords } from '../words/community';
import { type Post, PostsQuery, ThreadQuery } from './boards.gql';
import classes from './community.module.css';
import { FollowButton } from './FollowButton';
import { markSeen, useOwnKey } from './kept';
import { NewsBelow } from './NewsBelow';
import { useBoardPaths } from './place';
import { PostView } from './PostView';
import { SayForm } from './SayForm';
import { Still } from './Still';
import { Tags } from './Tags';
import { Unread } from './Unread';
import { useBoardHints } from './useBoardHints';

/** So many are read at once. */
const AT_ONCE = 100;

/** Another thread is another page: what was seen of the one says nothing of the other. */
export default function BoardThreadPage() {
  const { threadId = '' } = useParams();
  return <ThreadPage key={threadId} />;
}

function ThreadPage() {
  const { community, shell } = useCommunityWords();
  const { boardId = '', threadId = '' } = useParams();
  const to = useBoardPaths();
  const own = useOwnKey();
  const ours = useSignedIn().role !== null;
  const [{ data: read, error }, again] = useQuery({ query: ThreadQuery, variables: { boardId, threadId } });
  // Reading again may fail for a moment: what was read stays, with all that somebody is about to write under it.
  const lastRead = useRef(read);
  if (read) lastRead.current = read;
  const data = refusalOf(error)?.code === 'NOT_FOUND' ? undefined : lastRead.current;
  const posts = usePages(PostsQuery, { threadId, first: AT_ONCE }, (page) => page.boardThread.posts);
  const follow = () => {
    again({ requestPolicy: 'network-only' });
    posts.again();
  };
  useBoardHints(boardId, threadId, follow);
  /** The accepted answer leads; it takes the lead when the page opens or its reader says so, not under their eyes. */
  const [leader, setLeader] = useState<string | null | undefined>(undefined);
  const readAgain = () => {
    setLeader(undefined);
    follow();
  };
  const [question, ...others] = posts.rows;
  const accepted = others.find((post) => post.accepted)?.id ?? null;
  const settled = question !== undefined && !posts.fetching;
  useEffect(() => {
    if (settled) setLeader((old) => (old === undefined ? accepted : old));
  }, [settled, accepted]);
  const leading = leader === undefined ? accepted : leader;

  /** As far as the reader was shown it: what comes later is news. */
  const [shown, setShown] = useState<number | null>(null);
  const newest = posts.rows.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (settled && shown === null) setShown(newest);
  }, [settled, shown, newest]);
  const news = posts.rows.filter(
    ({ seq, mine, deletedOn }) => shown !== null && seq > shown && !mine && deletedOn === null,
  );

  const seen = data?.boardThread.lastSeq ?? 0;
  const whole = !posts.loading && !posts.hasMore;
  const visible = useDocumentVisibility() === 'visible';
  useEffect(() => {
    if (whole && visible) markSeen(own, threadId, seen);
  }, [own, threadId, seen, whole, visible]);

  if ((error && !data) || (posts.failed && !question)) return <Unread error={error} onRetry={readAgain} />;
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
    .toSorted((a, b) => Number(b.id === leading) - Number(a.id === leading) || a.seq - b.seq);
  const commentsOn = (post: Post) => others.filter(({ parentId }) => parentId === post.id);
  return (
    <Page
      narrow
      title={thread.title ?? community.deletedQuestion}
      back={{ to: to.board(board.id), label: board.name }}
      lead={<Tags tags={thread.tags} />}
      actions={!board.anonymous && <FollowButton threadId={thread.id} />}
    >
      <Still>
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
      </Still>
      <NewsBelow posts={news} onSeen={() => setShown(newest)} />
    </Page>
  );
}
