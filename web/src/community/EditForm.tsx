// Changing one's own words; whoever was quicker is told of, and nothing typed is lost.
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useCommunityWords } from '../words/community';
import type { Post, Thread } from './boards.gql';
import { pictureUrl } from './pictures';
import type { BoardWords } from './useBoardDraft';
import { WordsForm } from './WordsForm';
import { Edit } from './writing.gql';

type Props = { post: Post; thread: Thread; tagsKnown: readonly string[]; onDone: () => void };

export function EditForm({ post, thread, tagsKnown, onDone }: Props) {
  const { community, shell } = useCommunityWords();
  const asks = post.kind === 'QUESTION';
  // What the writer saw: another version is a conflict.
  const version = useRef(post.version);
  const [written, setWritten] = useState<BoardWords>({
    title: asks ? (thread.title ?? '') : '',
    tags: asks ? [...thread.tags] : [],
    body: post.body,
    pictures: post.pictures.map(({ id, thumbnailUrl }) => ({ id, preview: pictureUrl(thumbnailUrl) })),
  });
  const [, edit] = useMutation(Edit);
  return (
    <WordsForm
      words={written}
      boardId={thread.boardId}
      write={(change) =>
        setWritten((old) => ({ ...old, ...(typeof change === 'function' ? change(old) : change) }))
      }
      question={asks ? { tagsKnown } : null}
      bodyLabel={community.body}
      bodyHint={community.bodyHint}
      hideLabel={!asks}
      autoFocus
      sendLabel={shell.save}
      onCancel={onDone}
      onSend={async ({ title, tags, body, pictures }) => {
        const pictureIds = pictures.map(({ id }) => id);
        const words = asks ? { title, tags, body, pictureIds } : { body, pictureIds };
        const { error } = await edit({ input: { postId: post.id, version: version.current, ...words } });
        if (!error) onDone();
        return error;
      }}
    />
  );
}
