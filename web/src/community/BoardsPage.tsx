// The boards that somebody may read. Where there is one only, they are there already.
import { Button, Paper } from '@mantine/core';
import { IconMessages, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Loading, Saying } from '../kit/states';
import { paths } from '../paths';
import { Page } from '../people/Page';
import { useSignedIn } from '../session/me';
import { useOfferWords } from '../words/boardOffers';
import { useCommunityWords } from '../words/community';
import { dayOnly } from '../words/dates';
import { useLocale } from '../words/words';
import { AnonymityLine } from './AnonymityLine';
import { type Board, BoardsQuery } from './boards.gql';
import classes from './community.module.css';
import { useBoardPaths } from './place';
import { Unread } from './Unread';

const BoardDialog = lazy(() => import('./BoardDialog').then((file) => ({ default: file.BoardDialog })));

export default function BoardsPage() {
  const { community, shell } = useCommunityWords();
  const offers = useOfferWords();
  const { role, abilities } = useSignedIn();
  const to = useBoardPaths();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const [arranging, setArranging] = useState<Board | 'new' | null>(null);
  const [{ data, error }, again] = useQuery({ query: BoardsQuery });
  const read = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <Unread error={error} onRetry={read} />;
  const boards = data?.boards ?? [];
  const [only] = boards;
  if (role === null && only && boards.length === 1 && !parameters.has('all'))
    return <Navigate to={to.board(only.id)} replace />;
  // Leads and administrators arrange boards: where there is none yet, nobody says so but their role.
  const mayOpen = boards.some((board) => board.abilities.arrange) || role === 'LEAD' || role === 'ADMIN';
  let content = <Loading label={shell.loading} />;
  if (data && boards.length === 0)
    content = (
      <Saying icon={<IconMessages size={28} />} title={community.noBoards}>
        {community.noBoardsText}
      </Saying>
    );
  else if (data)
    content = (
      <Paper withBorder component="ul" className={classes.list} aria-label={community.title}>
        {boards.map((board) => (
          <BoardRow key={board.id} board={board} onArrange={() => setArranging(board)} />
        ))}
      </Paper>
    );
  return (
    <Page
      title={community.title}
      lead={
        <>
          {community.lead} {boards.some(({ anonymous }) => anonymous) && <AnonymityLine anonymous />}
        </>
      }
      actions={
        <>
          {role === null && (
            <Button component={Link} to={to.mine} variant="default">
              {community.mine}
            </Button>
          )}
          {role !== null && (
            <Button component={Link} to={paths.boardOffers} variant="default">
              {offers.title}
            </Button>
          )}
          {abilities.answer && (
            <Button component={Link} to={paths.boardModeration} variant="default">
              {community.moderation}
            </Button>
          )}
          {mayOpen && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setArranging('new')}>
              {community.openBoard}
            </Button>
          )}
        </>
      }
    >
      {content}
      <Suspense>
        {arranging && (
          <BoardDialog
            board={arranging === 'new' ? null : arranging}
            onClose={() => setArranging(null)}
            onDone={(board) => {
              setArranging(null);
              read();
              if (arranging === 'new') void navigate(to.board(board.id));
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}

function BoardRow({ board, onArrange }: { board: Board; onArrange: () => void }) {
  const { community } = useCommunityWords();
  const locale = useLocale();
  const to = useBoardPaths();
  return (
    <li className={classes.row} data-closed={board.closedOn !== null || undefined}>
      <div className={classes.rowMain}>
        <Link to={to.board(board.id)} className={classes.cover}>
          {board.name}
        </Link>
        {board.about && <p className={classes.excerpt}>{board.about}</p>}
        <div className={classes.facts}>
          <span className={board.anonymous ? classes.badge : classes.quiet}>
            {board.anonymous ? community.anonymous : community.named}
          </span>
          <span>
            {board.newestOn ? community.newest(dayOnly(locale, board.newestOn)) : community.noQuestions}
          </span>
          {board.closedOn && <span>{community.closed(dayOnly(locale, board.closedOn))}</span>}
        </div>
      </div>
      {board.abilities.arrange && (
        <div className={classes.beside}>
          <Button variant="default" size="compact-sm" onClick={onArrange}>
            {community.change}
          </Button>
        </div>
      )}
    </li>
  );
}
