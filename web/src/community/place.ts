// Addresses of the boards, as whoever looks has them: contacts below their company, staff at the root.
import { useParams } from 'react-router';
import { paths } from '../paths';

export function useBoardPaths() {
  const boards = paths.boards(useParams().handle);
  return {
    boards,
    mine: `${boards}/mine`,
    promise: `${boards}/promise`,
    board: (boardId: string) => `${boards}/${boardId}`,
    ask: (boardId: string) => `${boards}/${boardId}/ask`,
    thread: (boardId: string, threadId: string) => `${boards}/${boardId}/${threadId}`,
  };
}
