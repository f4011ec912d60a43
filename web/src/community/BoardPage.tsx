// The questions of one board.
import { Alert, Button, CloseButton, Group, Paper, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowUp, IconMessageCircleQuestion, IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { BOARD_ORDERS } from '../gql/words';
import { Loading, Saying } from '../kit/states';
import { Page } from '../people/Page';
import { usePages } from '../people/usePages';
import { useSignedIn } from '../session/me';
import { useCommunityWords } from '../words/community';
import { usePageWords } from '../words/pages';
import { AnonymityLine } from './AnonymityLine';
import { BoardQuery, ThreadsQuery } from './boards.gql';
import { BoardThreadRow } from './BoardThreadRow';
import classes from './community.module.css';
import { useBoardPaths } from './place';
import { RulesPopover } from './RulesPopover';
import { Unread } from './Unread';
import { useBoardFilter } from './useBoardFilter';
import { useLiveQuestions } from './useLiveQuestions';

const AT_ONCE = 30;
const PAUSE_MS = 250;

export default function BoardPage() {
  const { community, shell } = useCommunityWords();
  const { boardId = '' } = useParams();
  const to = useBoardPaths();
  const ours = useSignedIn().role !== null;
  const [{ data, error }, again] = useQuery({ query: BoardQuery, variables: { boardId } });
  if (error && !data)
    return <Unread error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (!data)
    return (
      <Page title={community.title}>
        <Loading label={shell.loading} />
      </Page>
    );
  const { board, boardTags } = data;
  return (
    <Page
      title={board.name}
      back={{ to: `${to.boards}?all`, label: community.back }}
      lead={
        <>
          {board.about && <p className={classes.about}>{board.about}</p>}
          <AnonymityLine anonymous={board.anonymous} />
        </>
      }
      actions={
        <>
          {board.rules && <RulesPopover rules={board.rules} />}
          {!ours && (
            <Button component={Link} to={to.mine} variant="default">
              {community.mine}
            </Button>
          )}
          {board.abilities.ask && (
            <Button
              component={Link}
              to={to.ask(board.id)}
              leftSection={<IconPencilPlus size={16} aria-hidden />}
            >
              {community.ask}
            </Button>
          )}
        </>
      }
    >
      {board.closedOn && (
        <Alert color="gray" mb="md" p="sm">
          {community.closedHere}
        </Alert>
      )}
      <Questions
        key={board.id}
        boardId={board.id}
        tags={boardTags}
        mayAsk={board.abilities.ask}
        onBoard={() => again({ requestPolicy: 'network-only' })}
      />
    </Page>
  );
}

/** `onBoard`: the board itself is to be read again. */
type Props = { boardId: string; tags: readonly string[]; mayAsk: boolean; onBoard: () => void };

function Questions({ boardId, tags, mayAsk, onBoard }: Props) {
  const { community, shell } = useCommunityWords();
  const { people } = usePageWords();
  const to = useBoardPaths();
  const { filter, narrow } = useBoardFilter();
  const [text, setText] = useState(filter.search);
  const [search] = useDebouncedValue(text.trim(), PAUSE_MS);
  useEffect(() => {
    if (search !== filter.search) narrow({ search });
  }, [search]);
  const { order, tag } = filter;
  const list = usePages(
    ThreadsQuery,
    { boardId, order, search: search || null, tag, first: AT_ONCE },
    (data) => data.boardThreads,
  );
  const { rows, fresh, forget } = useLiveQuestions(boardId, list.rows, { list: list.again, board: onBoard });
  const listed = useRef<HTMLUListElement>(null);
  const showFresh = () => {
    forget();
    // What somebody looks for now may have nothing to do with what was asked just now.
    if (order !== 'NEWEST' || search || tag) {
      setText('');
      narrow({ order: 'NEWEST', search: '', tag: null });
    } else list.again();
    listed.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  };
  const filtered = Boolean(search || tag);
  const ask = mayAsk && (
    <Button component={Link} to={to.ask(boardId)} variant="light">
      {community.ask}
    </Button>
  );
  let content = <Loading label={shell.loading} />;
  if (list.failed && list.rows.length === 0) content = <Unread onRetry={list.again} />;
  else if (!list.loading && list.rows.length === 0)
    content = (
      <Saying
        icon={filtered ? <IconSearch size={28} /> : <IconMessageCircleQuestion size={28} />}
        title={
          filtered ? community.noneFound : order === 'UNANSWERED' ? community.noneUnanswered : community.none
        }
        action={ask}
      >
        {filtered ? community.noneFoundText : order === 'UNANSWERED' ? undefined : community.noneText}
      </Saying>
    );
  else if (!list.loading)
    content = (
      <>
        <Paper
          withBorder
          component="ul"
          ref={listed}
          tabIndex={-1}
          className={classes.list}
          data-stale={list.stale || undefined}
          aria-label={community.title}
        >
          {rows.map((thread) => (
            <BoardThreadRow key={thread.id} thread={thread} />
          ))}
        </Paper>
        {list.hasMore && (
          <Group justify="center" mt="md">
            <Button variant="default" loading={list.fetching} onClick={() => list.more()}>
              {shell.more}
            </Button>
          </Group>
        )}
      </>
    );
  return (
    <>
      <div className={classes.tools}>
        <div className={classes.chips} role="group" aria-label={community.order}>
          {BOARD_ORDERS.map((each) => (
            <button
              key={each}
              type="button"
              className={classes.chip}
              aria-pressed={each === order}
              onClick={() => narrow({ order: each })}
            >
              {community.orders[each]}
            </button>
          ))}
        </div>
        <TextInput
          type="search"
          className={classes.search}
          aria-label={community.search}
          placeholder={community.searchHint}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          rightSection={
            text && <CloseButton size="sm" aria-label={people.clear} onClick={() => setText('')} />
          }
        />
      </div>
      {tags.length > 0 && (
        <div className={classes.tagChips} role="group" aria-label={community.tags}>
          {[null, ...tags].map((each) => (
            <button
              key={each ?? ''}
              type="button"
              className={classes.tagChip}
              aria-pressed={each === tag}
              onClick={() => narrow({ tag: each === tag ? null : each })}
            >
              {each ?? community.allTags}
            </button>
          ))}
        </div>
      )}
      <div role="status" className={classes.newsAbove}>
        {fresh > 0 && (
          <Button
            size="compact-md"
            radius="xl"
            className={classes.news}
            leftSection={<IconArrowUp size={16} aria-hidden />}
            onClick={showFresh}
          >
            {community.freshQuestions(fresh)}
          </Button>
        )}
      </div>
      {content}
    </>
  );
}
