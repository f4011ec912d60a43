// A question, an answer or a comment, with what readers can do with it.
import { Button, Text } from '@mantine/core';
import {
  IconCheck,
  IconCircleCheckFilled,
  IconHeartHandshake,
  IconMessage,
  IconThumbUp,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Markdown } from '../kit/Markdown';
import { useOfferWords } from '../words/boardOffers';
import { useCommunityWords } from '../words/community';
import { dayOnly } from '../words/dates';
import { useLocale } from '../words/words';
import { AuthorFace, useAuthorName } from './Author';
import type { Board, Post, Thread } from './boards.gql';
import classes from './community.module.css';
import { EditForm } from './EditForm';
import { PostPictures } from './PostPictures';
import { PostMenu } from './PostMenu';
import { SayForm } from './SayForm';
import { useRun } from './useRun';
import { Accept, Mark } from './writing.gql';

export type PostPlace = {
  board: Board;
  thread: Thread;
  tagsKnown: readonly string[];
  onDone: () => void;
};

type Props = { post: Post; comments: readonly Post[]; place: PostPlace };

export function PostView({ post, comments, place }: Props) {
  const { community } = useCommunityWords();
  const [commenting, setCommenting] = useState(false);
  const who = useAuthorName(post.author);
  const { board, thread, onDone } = place;
  const gone = post.deletedOn !== null;
  return (
    <article
      className={classes.post}
      data-accepted={post.accepted || undefined}
      data-official={post.author.official || undefined}
      aria-label={who}
      id={post.id}
      tabIndex={-1}
    >
      {post.accepted && (
        <p className={classes.acceptedHead}>
          <IconCircleCheckFilled size={16} aria-hidden />
          {community.acceptedAnswer}
        </p>
      )}
      <Said post={post} place={place}>
        {board.abilities.answer && !gone && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconMessage size={15} aria-hidden />}
            aria-expanded={commenting}
            onClick={() => setCommenting(!commenting)}
          >
            {community.comment}
          </Button>
        )}
      </Said>
      {comments.length > 0 && (
        <ul className={classes.comments} aria-label={community.comments}>
          {comments.map((each) => (
            <li key={each.id} id={each.id} tabIndex={-1}>
              <Said post={each} place={place} />
            </li>
          ))}
        </ul>
      )}
      {commenting && (
        <div className={classes.comments}>
          <SayForm
            board={board}
            threadId={thread.id}
            parent={{ id: post.id, label: community.commentOn(who) }}
            onDone={() => {
              setCommenting(false);
              onDone();
            }}
            onCancel={() => setCommenting(false)}
          />
        </div>
      )}
    </article>
  );
}

function Said({ post, place, children }: Omit<Props, 'comments'> & { children?: React.ReactNode }) {
  const { community } = useCommunityWords();
  const [editing, setEditing] = useState(false);
  const { thread, tagsKnown, onDone } = place;
  const small = post.kind === 'COMMENT';
  const done = () => {
    setEditing(false);
    onDone();
  };
  return (
    <>
      <header className={classes.by}>
        <AuthorFace author={post.author} size={small ? 26 : 34} />
        <By post={post} />
        <PostMenu post={post} thread={thread} onEdit={() => setEditing(true)} onDone={onDone} />
      </header>
      <div className={classes.said} data-small={small || undefined}>
        {post.deletedOn !== null && <Text c="dimmed">{community.deletedPost}</Text>}
        {post.hiddenOn !== null && (
          <div className={classes.hidden}>
            <Text size="sm" fw={600}>
              {community.hiddenPost}
            </Text>
            {post.hiddenReason && <Text size="sm">{community.why(post.hiddenReason)}</Text>}
            {post.body !== '' && (
              <Text size="xs" c="dimmed">
                {community.hiddenToOthers}
              </Text>
            )}
          </div>
        )}
        {editing ? (
          <EditForm post={post} thread={thread} tagsKnown={tagsKnown} onDone={done} />
        ) : (
          post.body !== '' && <Markdown text={post.body} />
        )}
        {!editing && <PostPictures pictures={post.pictures} />}
        {!editing && post.deletedOn === null && (
          <div className={classes.does}>
            <MarkButton post={post} />
            {children}
            {post.abilities.accept && <AcceptButton post={post} onDone={onDone} />}
          </div>
        )}
      </div>
    </>
  );
}

function By({ post }: { post: Post }) {
  const { community } = useCommunityWords();
  const offers = useOfferWords();
  const locale = useLocale();
  const who = useAuthorName(post.author);
  const { author, mine } = post;
  return (
    <div className={classes.who}>
      <span className={classes.name}>{who}</span>
      {author.companyLabel && <span className={classes.company}>{author.companyLabel}</span>}
      {author.official && <span className={classes.badge}>{community.ours}</span>}
      {author.asker && post.kind !== 'QUESTION' && <span className={classes.quiet}>{community.asker}</span>}
      {mine && !author.official && <span className={classes.mine}>{community.mineBadge}</span>}
      {post.offered && <span className={classes.quiet}>{offers.badge}</span>}
      <span className={classes.when}>
        {dayOnly(locale, post.createdOn)}
        {post.editedOn && ` · ${community.edited(dayOnly(locale, post.editedOn))}`}
      </span>
    </div>
  );
}

function MarkButton({ post }: { post: Post }) {
  const { community } = useCommunityWords();
  const locale = useLocale();
  const { run, running } = useRun(() => {});
  const [, mark] = useMutation(Mark);
  const asks = post.kind === 'QUESTION';
  const Icon = asks ? IconHeartHandshake : IconThumbUp;
  const label = asks ? community.alsoUs : community.helpful;
  const count = post.helpful > 0 && <b className={classes.count}>{post.helpful.toLocaleString(locale)}</b>;
  if (!post.abilities.mark) {
    if (post.helpful === 0) return null;
    return (
      <span className={classes.counted}>
        <Icon size={15} aria-hidden />
        {label} {count}
      </span>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant={post.markedByMe ? 'light' : 'default'}
      aria-pressed={post.markedByMe}
      leftSection={<Icon size={15} aria-hidden />}
      loading={running}
      onClick={() => void run(() => mark({ input: { postId: post.id, helpful: !post.markedByMe } }))}
    >
      {label} {count}
    </Button>
  );
}

function AcceptButton({ post, onDone }: { post: Post; onDone: () => void }) {
  const { community } = useCommunityWords();
  const { run, running } = useRun(onDone);
  const [, accept] = useMutation(Accept);
  return (
    <Button
      size="compact-sm"
      variant={post.accepted ? 'subtle' : 'default'}
      color={post.accepted ? 'gray' : 'accent'}
      leftSection={post.accepted ? undefined : <IconCheck size={15} aria-hidden />}
      loading={running}
      onClick={() => void run(() => accept({ input: { postId: post.id, accepted: !post.accepted } }))}
    >
      {post.accepted ? community.unaccept : community.accept}
    </Button>
  );
}
