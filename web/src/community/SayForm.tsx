// An answer or a comment in the making.
import { notifications } from '@mantine/notifications';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/me';
import { useCommunityWords } from '../words/community';
import type { Board } from './boards.gql';
import { remember, useOwnKey } from './kept';
import { type Draft, useBoardDraft } from './useBoardDraft';
import { WordsForm } from './WordsForm';
import { Say } from './writing.gql';

type Props = {
  board: Board;
  threadId: string;
  /** What is commented on; null: an answer. */
  parent: { id: string; label: string } | null;
  onDone: () => void;
  onCancel?: () => void;
};

export function SayForm({ board, threadId, parent, onDone, onCancel }: Props) {
  const { community, shell } = useCommunityWords();
  const { person, role } = useSignedIn();
  const own = useOwnKey();
  const { draft, write, anew, clear } = useBoardDraft(parent?.id ?? threadId);
  const [, say] = useMutation(Say);
  const ours = role !== null;
  const send = async ({
    id,
    body,
    showCompany,
    pictures,
  }: Pick<Draft, 'id' | 'body' | 'showCompany' | 'pictures'>) => {
    const pictureIds = pictures.map((each) => each.id);
    const { data, error } = await say({
      input: { id, threadId, parentId: parent?.id ?? null, body, showCompany, pictureIds },
    });
    if (!data) return error;
    if (!ours) remember(own, threadId, data.sayOnBoard.post.seq);
    clear();
    notifications.show({ message: community.posted, closeButtonProps: { 'aria-label': shell.close } });
    onDone();
    return undefined;
  };
  const answerLabel = ours ? community.postOfficial : community.postAnswer;
  return (
    <WordsForm
      words={draft}
      write={write}
      boardId={board.id}
      question={null}
      bodyLabel={parent?.label ?? (ours ? community.yourOfficialAnswer : community.yourAnswer)}
      bodyHint={parent ? community.commentHint : community.answerHint}
      hideLabel
      autoFocus={parent !== null}
      company={
        board.companyLabel === null
          ? null
          : {
              name: board.companyLabel,
              shown: draft.showCompany,
              show: (showCompany) => write({ showCompany }),
            }
      }
      sendLabel={parent ? community.postComment : answerLabel}
      onSend={({ body, pictures }) => send({ ...draft, body, pictures })}
      onSendAnew={() => send(anew())}
      {...(onCancel ? { onCancel } : {})}
      {...(ours ? { note: community.officialNote(person.name) } : {})}
    />
  );
}
