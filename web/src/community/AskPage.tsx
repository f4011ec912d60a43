// Asking a question. What others have asked like it shows while one writes.
import { IconLock } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { Button, Paper } from '@mantine/core';
import { Link, useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { Loading, Saying } from '../kit/states';
import { Page } from '../people/Page';
import { useCommunityWords } from '../words/community';
import { type Board, BoardQuery } from './boards.gql';
import { Follow } from './following.gql';
import { remember, useOwnKey } from './kept';
import { useBoardPaths } from './place';
import { SimilarQuestions } from './SimilarQuestions';
import classes from './community.module.css';
import { Unread } from './Unread';
import { type Draft, useBoardDraft } from './useBoardDraft';
import { WordsForm } from './WordsForm';
import { Ask } from './writing.gql';

const PAUSE_MS = 600;

export default function AskPage() {
  const { community, shell } = useCommunityWords();
  const { boardId = '' } = useParams();
  const to = useBoardPaths();
  const [{ data, error }, again] = useQuery({ query: BoardQuery, variables: { boardId } });
  if (error && !data)
    return <Unread error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (!data)
    return (
      <Page title={community.askTitle} narrow>
        <Loading label={shell.loading} />
      </Page>
    );
  const { board, boardTags } = data;
  if (!board.abilities.ask)
    return (
      <Saying
        order={1}
        icon={<IconLock size={28} />}
        title={board.closedOn ? community.closedHere : community.readOnly}
        action={
          <Button component={Link} to={to.board(board.id)} variant="light">
            {community.backToBoard}
          </Button>
        }
      />
    );
  return (
    <Page
      narrow
      title={community.askTitle}
      back={{ to: to.board(board.id), label: board.name }}
      lead={board.anonymous ? community.askNote : community.askNamedNote}
    >
      <Question key={board.id} board={board} tagsKnown={boardTags} />
    </Page>
  );
}

function Question({ board, tagsKnown }: { board: Board; tagsKnown: readonly string[] }) {
  const { community } = useCommunityWords();
  const navigate = useNavigate();
  const to = useBoardPaths();
  const own = useOwnKey();
  const { draft, write, anew, clear } = useBoardDraft(board.id);
  const [said] = useDebouncedValue(`${draft.title}\n${draft.body}`.trim(), PAUSE_MS);
  const [, ask] = useMutation(Ask);
  const [, follow] = useMutation(Follow);
  const send = async ({ id, title, tags, body, showCompany, pictures }: Draft) => {
    const pictureIds = pictures.map((each) => each.id);
    const input = { id, boardId: board.id, title, tags, body, showCompany, pictureIds };
    const { data, error } = await ask({ input });
    if (!data) return error;
    const { thread } = data.askOnBoard;
    remember(own, thread.id, thread.lastSeq);
    clear();
    // Where one writes by name, one also hears by name; it can be taken back on the page that comes next.
    if (!board.anonymous) await follow({ input: { threadId: thread.id, following: true } });
    await navigate(to.thread(board.id, thread.id), { replace: true });
    return undefined;
  };
  return (
    <Paper withBorder className={classes.panel}>
      <WordsForm
        words={draft}
        write={write}
        boardId={board.id}
        question={{ tagsKnown, similar: <SimilarQuestions boardId={board.id} text={said} /> }}
        bodyLabel={community.body}
        bodyHint={community.bodyHint}
        autoFocus
        company={
          board.companyLabel === null
            ? null
            : {
                name: board.companyLabel,
                shown: draft.showCompany,
                show: (showCompany) => write({ showCompany }),
              }
        }
        sendLabel={community.post}
        onSend={(words) => send({ ...draft, ...words })}
        onSendAnew={() => send(anew())}
      />
    </Paper>
  );
}
